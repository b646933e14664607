import ListeningSessions

/// A key with what the user wrote for it.
struct Entry: Sendable {
  enum Content: Sendable {
    /// A value; empty where there is none.
    case text(String)
    case entries([Entry])
    /// Something that no setting has the form of, in words.
    case other(String)
  }

  let key: String
  let place: Place
  let content: Content

  /// The entries below the key; none where its value is left out.
  func entries() throws -> [Entry] {
    switch content {
    case .entries(let entries): return entries
    case .text(let text) where text.isEmpty: return []
    case .text(let text): throw mismatch("'\(text)'")
    case .other(let form): throw mismatch(form)
    }
  }

  /// The value, for settings of any form.
  ///
  /// - Parameter expected: what the setting wants, for the error.
  /// - Returns: the value, not empty.
  /// - Throws: `AnalysisError.configuration` when there is none or it is no scalar.
  func text(_ expected: String) throws -> String {
    switch content {
    case .text(let text) where !text.isEmpty: return text
    case .text: throw wrong("nothing", expected)
    case .entries: throw wrong("a mapping", expected)
    case .other(let form): throw wrong(form, expected)
    }
  }

  /// The error for a value of the wrong form.
  func wrong(_ found: String, _ expected: String) -> AnalysisError {
    place.mistake("'\(key)' is \(found)", advice: "give \(expected)")
  }

  private func mismatch(_ found: String) -> AnalysisError {
    place.mistake("'\(key)' is \(found), not a mapping", advice: "put its settings below it")
  }
}

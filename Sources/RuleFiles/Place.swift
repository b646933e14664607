import ListeningSessions

/// Where something stands that the user wrote: a line of a file, or a flag.
struct Place: Hashable, Sendable, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }

  init(path: String, line: Int) {
    self.init("\(path):\(line)")
  }

  /// The error for a mistake at this place.
  func mistake(_ message: String, advice: String) -> AnalysisError {
    AnalysisError(.configuration, "\(self): \(message)", advice: advice)
  }

  /// The error for a name that nothing has.
  ///
  /// - Parameters:
  ///   - name: as the user wrote it.
  ///   - kind: what it should name.
  ///   - names: the valid ones; there is at least one.
  /// - Returns: the error, with the nearest valid name.
  func unknown(_ name: String, _ kind: String, among names: [String]) -> AnalysisError {
    let nearest = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" } ?? ""
    // A long list would hide the one name that was meant.
    let list = names.count > 12 ? "" : " Valid: \(names.joined(separator: ", "))"
    return mistake("unknown \(kind) '\(name)'", advice: nearest + list)
  }
}

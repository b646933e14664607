/// The form of user ids: `#` is a digit, `?` any character, `*` any characters, also none.
///
///     UserIDPattern("user_######").matches("user_000001")  // true
public struct UserIDPattern: Hashable, Sendable {
  /// Anything without white space and control characters.
  public static let standard = UserIDPattern("*")

  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  /// Whether the id has this form; ids with white space or control characters have none.
  public func matches(_ id: Text) -> Bool {
    let scalars = Array(id.description.unicodeScalars)
    let isPlain = scalars.allSatisfy { scalar in
      !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
    }
    return isPlain
      && UserIDPattern.matches(
        ArraySlice(text.unicodeScalars), ArraySlice(scalars))
  }

  /// Greedy matching that falls back to the last `*` only: linear in practice, quadratic at worst.
  private static func matches(
    _ pattern: ArraySlice<Unicode.Scalar>, _ id: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    var pattern = pattern
    var id = id
    var retry: (pattern: ArraySlice<Unicode.Scalar>, id: ArraySlice<Unicode.Scalar>)?
    while !id.isEmpty || !pattern.isEmpty {
      if pattern.first == "*" {
        pattern = pattern.dropFirst()
        retry = (pattern, id)
      } else if let first = id.first, let expected = pattern.first, fits(first, expected) {
        pattern = pattern.dropFirst()
        id = id.dropFirst()
      } else if let last = retry, !last.id.isEmpty {
        retry = (last.pattern, last.id.dropFirst())
        pattern = last.pattern
        id = last.id.dropFirst()
      } else {
        return false
      }
    }
    return true
  }

  private static func fits(_ scalar: Unicode.Scalar, _ expected: Unicode.Scalar) -> Bool {
    switch expected {
    case "#": ("0"..."9").contains(scalar)
    case "?": true
    default: scalar == expected
    }
  }
}

/// Text inside an XML document, in an element or in a quoted attribute.
enum XMLText {
  /// The text with the characters of the syntax escaped, without those that XML cannot hold and
  /// without control characters.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&apos;"
      case "\u{FFFE}", "\u{FFFF}": ""
      default: scalar.properties.generalCategory == .control ? "" : String(scalar)
      }
    }.joined()
  }
}

/// One source file and the questions that the architecture asks of it.
struct SourceFile {
  /// From the target's name on.
  let path: String
  /// The text without what stands behind `//`.
  let code: String

  init(path: String, text: String) {
    self.path = path
    code = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.prefix(upTo: $0.firstRange(of: "//")?.lowerBound ?? $0.endIndex) }
      .joined(separator: "\n")
  }

  /// The modules that the file imports, in whatever way.
  var imports: [String] {
    get throws {
      let kinds = "(?:struct|enum|class|func|var|let|protocol|typealias)"
      return try firstGroups(of: #"^ *(?:@\w+ +)?(?:\w+ +)?import +(?:\#(kinds) +)?(\w+)"#)
    }
  }

  /// The types that the file declares at its top level.
  var declaredTypes: [String] {
    get throws {
      let modifiers = #"(?:@\w+|public|package|private|fileprivate|final|indirect)"#
      let kinds = "(?:struct|enum|class|protocol|actor|typealias)"
      return try firstGroups(of: #"^(?:\#(modifiers) +)*\#(kinds) +(\w+)"#)
    }
  }

  /// Every word of the code.
  var words: Set<String> {
    Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
  }

  private func firstGroups(of pattern: String) throws -> [String] {
    let regex = try Regex(pattern).anchorsMatchLineEndings()
    return code.matches(of: regex).compactMap { $0.output[1].substring.map(String.init) }
  }
}

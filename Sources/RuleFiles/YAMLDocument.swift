import ListeningSessions
import Yams

/// A YAML text as entries with their places.
struct YAMLDocument {
  let path: String

  /// Sections, rules, settings: what stands deeper is no setting.
  ///
  /// The limit also keeps a text of anchors within anchors from growing without bounds.
  private static let deepest = 3

  /// The entries of the text's one mapping; none when the text is empty.
  ///
  /// - Throws: `AnalysisError.configuration` when the text is no YAML or another kind of it.
  func entries(of text: String) throws -> [Entry] {
    let root: Node?
    do {
      // Not the default encoding, which a variable of the environment can change.
      root = try Parser(yaml: text, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw invalid(error, in: text)
    }
    guard let root else { return [] }
    switch try content(of: root, depth: 0) {
    case .entries(let entries): return entries
    case .text(let text) where text.isEmpty: return []
    case .text, .other:
      throw place(of: root).mistake(
        "the rule set is not a mapping",
        advice: "write keys with values, such as 'score: { passed: 95 }'")
    }
  }

  private func content(of node: Node, depth: Int) throws -> Entry.Content {
    switch node {
    case .scalar(let scalar): return .text(isNull(scalar) ? "" : scalar.string)
    case .sequence: return .other("a list")
    case .alias: return .other("an alias")
    case .mapping(let mapping):
      guard depth < YAMLDocument.deepest else { return .other("a mapping") }
      return .entries(try mapping.map { try entry($0.key, $0.value, depth: depth + 1) })
    }
  }

  private func entry(_ key: Node, _ value: Node, depth: Int) throws -> Entry {
    guard let name = key.scalar?.string else {
      throw place(of: key).mistake("a key is not a name", advice: "write 'name: value'")
    }
    return Entry(key: name, place: place(of: key), content: try content(of: value, depth: depth))
  }

  /// YAML's ways to write no value; in quotes they are text.
  private func isNull(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
  }

  private func place(of node: Node) -> Place { Place(path: path, line: node.mark?.line ?? 1) }
}

extension YAMLDocument {
  private func invalid(_ error: YamlError, in text: String) -> AnalysisError {
    switch error {
    case .duplicatedKeysInMapping(let keys, let context):
      return Place(path: path, line: context.mark.line).mistake(
        "'\(keys.joined(separator: "', '"))' stands here and again further down",
        advice: "keep one of them")
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      // What ends too soon is found behind the last line.
      return invalid(problem, line: min(mark.line, YAMLDocument.lines(of: text)))
    case .reader(let problem, let offset, _, _):
      return invalid(problem, line: 1 + text.prefix(offset ?? 0).count(where: \.isNewline))
    default:
      return invalid("\(error)", line: 1)
    }
  }

  private static func lines(of text: String) -> Int {
    1 + text.dropLast().count(where: \.isNewline)
  }

  private func invalid(_ problem: String, line: Int) -> AnalysisError {
    Place(path: path, line: line).mistake(
      "this is not valid YAML: \(problem)", advice: "check indentation, quotes and brackets")
  }
}

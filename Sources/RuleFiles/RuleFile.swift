import FoundationEssentials
public import ListeningSessions

/// A rule set as a file that a user writes, usually `sidelong.yaml`.
///
///     score: { passed: 95, warning: 90 }
///     parameters: { user_id_pattern: "user_######", longest_session: 24h }
///     rules:
///       completeness_track_mbid: { severity: warning, warning: 20 %, error: 1000 }
///
/// What the file leaves out keeps its standard setting. A threshold is a count, a percentage or
/// `never`. A mistake anywhere refuses the whole file, and says in which line.
public enum RuleFile {
  /// More than any rule set needs, and less than a history given by mistake.
  static let largestByteCount = 1 << 20

  /// Reads the rule set in a file.
  ///
  /// - Throws: `AnalysisError.configuration`.
  public static func load(_ path: String) throws -> RuleSet {
    let bytes = try contents(of: path)
    guard let text = String(bytes: bytes, encoding: .utf8) else {
      throw cannotRead(path, "it is not UTF-8 text")
    }
    return try parse(text, path: path)
  }

  /// Reads a rule set.
  ///
  /// - Parameters:
  ///   - text: YAML.
  ///   - path: names the text in errors.
  /// - Returns: the standard rule set with the text's settings.
  /// - Throws: `AnalysisError.configuration`.
  public static func parse(_ text: String, path: String) throws -> RuleSet {
    var reader = RuleSetReader(RuleSet())
    try reader.read(YAMLDocument(path: path).entries(of: text))
    return reader.ruleSet
  }

  private static func contents(of path: String) throws -> Data {
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      let byteCount = attributes[.size] as? UInt64 ?? 0
      guard byteCount <= largestByteCount else {
        throw cannotRead(path, "it has \(byteCount) bytes, a rule set at most \(largestByteCount)")
      }
      return try Data(contentsOf: URL(filePath: path))
    } catch let error as CocoaError {
      throw cannotRead(path, reason(of: error))
    }
  }

  private static func reason(of error: CocoaError) -> String {
    switch error.code {
    case .fileReadNoSuchFile, .fileNoSuchFile: "there is no such file"
    case .fileReadNoPermission: "you may not read it"
    default: "\(error)"
    }
  }

  private static func cannotRead(_ path: String, _ reason: String) -> AnalysisError {
    AnalysisError(
      .configuration, "cannot read the rule set \(path): \(reason)",
      advice: "give a YAML file with the keys \(RuleSetReader.sections.joined(separator: ", "))")
  }
}

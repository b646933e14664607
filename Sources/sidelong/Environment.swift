import FoundationEssentials

/// The environment that the program looks at, all in one place.
enum Environment {
  /// Where large intermediate files may go: `TMPDIR`, or `/tmp`.
  static var temporaryDirectory: String { value("TMPDIR") ?? "/tmp" }

  /// Where the figures of earlier runs are kept, by the XDG base directory rules.
  static var historyFile: String {
    let state = value("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = value("HOME") ?? "."
    return (state ?? "\(home)/.local/state") + "/sidelong/history.sqlite"
  }

  /// The rule set of the project at hand.
  static var ruleFile: String? {
    FileManager.default.fileExists(atPath: "sidelong.yaml") ? "sidelong.yaml" : nil
  }

  /// Where OpenLineage events go over the network.
  static var lineageURL: String? { value("OPENLINEAGE_URL") }
  static var lineageKey: String? { value("OPENLINEAGE_API_KEY") }

  private static func value(_ name: String) -> String? {
    let value = ProcessInfo.processInfo.environment[name] ?? ""
    return value.isEmpty ? nil : value
  }
}

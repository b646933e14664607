import FoundationEssentials

/// The environment that the program looks at, all in one place.
enum Environment {
  /// Where large intermediate files may go: `TMPDIR`, or `/tmp`.
  static var temporaryDirectory: String { value("TMPDIR") ?? "/tmp" }

  /// Where the figures of earlier runs are kept, by the XDG base directory rules.
  static var historyFile: String {
    baseDirectory("XDG_STATE_HOME", inHome: ".local/state") + "/sidelong/history.sqlite"
  }

  /// Where the results of stages are kept between runs, by the same rules.
  static var cacheDirectory: String {
    baseDirectory("XDG_CACHE_HOME", inHome: ".cache") + "/sidelong"
  }

  /// The rule set of the project at hand.
  static var ruleFile: String? {
    FileManager.default.fileExists(atPath: "sidelong.yaml") ? "sidelong.yaml" : nil
  }

  /// Where OpenLineage events go over the network.
  static var lineageURL: String? { value("OPENLINEAGE_URL") }
  static var lineageKey: String? { value("OPENLINEAGE_API_KEY") }

  /// Where the cluster is, and what it wants to be shown; both names are Spark's own.
  static var sparkRemote: String? { value("SPARK_REMOTE") }
  static var sparkToken: String? { value("SPARK_CONNECT_AUTHENTICATE_TOKEN") }

  /// The rules say that a relative path is to be ignored.
  private static func baseDirectory(_ name: String, inHome place: String) -> String {
    if let path = value(name), path.hasPrefix("/") { return path }
    return "\(value("HOME") ?? ".")/\(place)"
  }

  private static func value(_ name: String) -> String? {
    let value = ProcessInfo.processInfo.environment[name] ?? ""
    return value.isEmpty ? nil : value
  }
}

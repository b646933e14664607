import ListeningSessions

/// What was wrong in a file of profiles, for people.
enum ProfileWarnings {
  /// Writes one line on standard error for each fault: how often, where, and what to do.
  static func write(_ profiles: ListenerProfiles) {
    for fault in ProfileFault.allCases {
      guard let findings = profiles.findings[fault], findings.count > 0 else { continue }
      let lines = findings.lines.map(String.init).joined(separator: ", ")
      let places = findings.count == 1 ? "line \(lines)" : "lines \(lines)"
      let more = findings.count > findings.lines.count ? " and more" : ""
      StandardError.write(
        "sidelong: warning: \(profiles.path): \(fault.rawValue) in \(findings.count) of "
          + "\(profiles.rows) rows (\(places)\(more)); \(fault.advice)")
    }
  }
}

import ListeningSessions

/// What the checkpoints of a run are of: the inputs, and of the settings those that matter.
struct StageKeys {
  let listens: CheckpointKey
  let sessions: CheckpointKey

  /// The keys of a run; nil when an input has no fingerprint, as standard input has none.
  init?(_ inputs: InputSet, _ settings: AnalysisSettings, _ quality: QualityRules?) throws {
    var lines = ["listens 1"]
    for file in inputs.files {
      guard let fingerprint = try InputFingerprint.of(file) else { return nil }
      lines.append("input \(fingerprint.text)")
      // The whole archive has the fingerprint, so which member it is must be added.
      if let member = file.member { lines.append("member \(member.ordinal) of it, unpacked") }
    }
    lines.append(StageKeys.text(of: quality))
    listens = CheckpointKey(stage: .listens, text: lines.joined(separator: "\n"))
    let longest = quality?.ruleSet.parameters.longestSession
    lines += ["sessions 1", "gap \(settings.gap.seconds)", "longest \(longest ?? 0)"]
    sessions = CheckpointKey(stage: .sessions, text: lines.joined(separator: "\n"))
  }

  /// What the rules' findings depend on; thresholds are applied to them later.
  private static func text(of quality: QualityRules?) -> String {
    guard let quality else { return "quality basic" }
    var parameters = quality.ruleSet.parameters
    parameters.longestSession = 0
    let errors = quality.rules.all.filter { quality.isError($0) }.map(\.id).sorted()
    // All stored properties are in the description, so a new parameter cannot be forgotten.
    return "quality full \(parameters) errors \(errors.joined(separator: ","))"
  }
}

import ListeningSessions

/// A name that the user can give a value, and what it sets.
struct Setting<Target>: Sendable {
  let name: String
  let set: @Sendable (Entry, inout Target) throws -> Void

  init<Value>(
    _ name: String, _ property: any WritableKeyPath<Target, Value> & Sendable,
    _ read: @escaping @Sendable (Entry) throws -> Value
  ) {
    self.name = name
    set = { entry, target in target[keyPath: property] = try read(entry) }
  }
}

extension Array {
  /// Sets what the entries name.
  ///
  /// - Parameters:
  ///   - entries: what the user wrote.
  ///   - target: has the properties.
  ///   - kind: what the names are, for errors.
  /// - Throws: `AnalysisError.configuration` for an unknown name or a value of the wrong form.
  func apply<Target>(_ entries: [Entry], to target: inout Target, kind: String) throws
  where Element == Setting<Target> {
    for entry in entries {
      guard let setting = first(where: { $0.name == entry.key }) else {
        throw entry.place.unknown(entry.key, kind, among: map(\.name))
      }
      try setting.set(entry, &target)
    }
  }
}

extension Setting where Target == RuleSet.ScoreLimits {
  static let score: [Setting] = [
    Setting("passed", \.passed) { try $0.percent() },
    Setting("warning", \.warning) { try $0.percent() },
  ]
}

extension Setting where Target == RuleSet.Parameters {
  static let parameters: [Setting] = [
    Setting("user_id_pattern", \.userIDPattern) { try $0.userIDPattern() },
    Setting("earliest", \.earliest) { try $0.instant() },
    Setting("as_of", \.asOf) { try $0.instant() },
    Setting("listens_per_day", \.listensPerDay) { try $0.count(from: 1) },
    Setting("longest_session", \.longestSession) { try $0.seconds() },
    Setting("most_listens_per_user", \.mostListensPerUser) { try $0.count(from: 1) },
    Setting("least_rows", \.leastRows) { try $0.count(from: 0) },
    Setting("least_users", \.leastUsers) { try $0.count(from: 0) },
    Setting("least_listens_per_user", \.leastListensPerUser) { try $0.count(from: 0) },
  ]
}

extension Setting where Target == RuleSetting {
  static let rule: [Setting] = [
    Setting("severity", \.severity) { try $0.severity() },
    Setting("warning", \.warning) { try $0.threshold() },
    Setting("error", \.error) { try $0.threshold() },
    Setting("enabled", \.isEnabled) { try $0.flag() },
  ]
}

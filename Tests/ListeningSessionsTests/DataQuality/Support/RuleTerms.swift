import ListeningSessions

/// What a rule says of itself.
struct RuleTerms: Equatable {
  let id: String
  let dimension: QualityDimension
  let unit: QualityUnit
  let severity: Severity

  init(_ id: String, _ dimension: QualityDimension, _ unit: QualityUnit, _ severity: Severity) {
    self.id = id
    self.dimension = dimension
    self.unit = unit
    self.severity = severity
  }

  init(of rule: any QualityRule) {
    self.init(rule.id, rule.dimension, rule.unit, rule.standardSetting.severity)
  }
}

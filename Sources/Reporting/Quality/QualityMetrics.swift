import ListeningSessions

/// The metrics of the verdict on the data.
enum QualityMetrics {
  static func families(of quality: QualityReport) -> [MetricFamily] {
    [failedUnits(of: quality), status(of: quality), scores(of: quality)]
  }

  /// A rule that was not evaluated has no figure here; 0 would say that it found nothing.
  private static func failedUnits(of quality: QualityReport) -> MetricFamily {
    var family = MetricFamily(
      "quality_rule_failed_units", "Units that failed a rule; none for a rule not evaluated.")
    for result in quality.results where result.status != .error {
      family.add(
        result.failed,
        ["rule": result.rule.id, "severity": result.setting.severity.rawValue])
    }
    return family
  }

  private static func status(of quality: QualityReport) -> MetricFamily {
    var family = MetricFamily(
      "quality_rule_status", "1 if the rule passed; 0 if it warned, failed or was not evaluated.")
    for result in quality.results {
      family.add(
        result.status == .passed ? 1 : 0,
        ["rule": result.rule.id, "severity": result.setting.severity.rawValue])
    }
    return family
  }

  private static func scores(of quality: QualityReport) -> MetricFamily {
    var family = MetricFamily(
      "quality_score_ratio",
      "overall: share of the rows without a finding of severity error; others: passed units / units "
        + "of the dimension's rules of severity warning and error.")
    family.add(quality.score / 100, ["dimension": "overall"])
    for dimension in quality.dimensions {
      family.add(dimension.score / 100, ["dimension": dimension.dimension.rawValue])
    }
    return family
  }
}

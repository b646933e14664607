import ListeningSessions

extension QualityReport {
  /// Every rule as a test of the run.
  var openLineageTests: JSONValue {
    .array(
      results.map { result in
        [
          "name": .string(result.rule.id), "status": result.holds ? "pass" : "fail",
          "severity": .string(result.severityName), "type": .string(result.rule.dimension.rawValue),
          "description": .string(result.rule.requirement), "expected": result.expected,
          "actual": .string(result.actual),
        ]
      })
  }

  /// Every rule as an assertion about the data.
  var openLineageAssertions: JSONValue {
    .array(
      results.map { result in
        [
          "assertion": .string(result.rule.id), "success": .bool(result.holds),
          "column": result.column.map { .string($0.rawValue) },
          "severity": .string(result.severityName),
          "description": .string(result.rule.requirement), "expected": result.expected,
          "actual": .string(result.actual),
        ]
      })
  }
}

extension RuleResult {
  /// Whether no threshold was reached, whatever the severity makes of it; a rule that could not be
  /// evaluated does not hold.
  fileprivate var holds: Bool {
    problem == nil
      && ![setting.warning, setting.error].contains { limit in
        limit?.isReached(by: failed, of: units) == true
      }
  }

  /// The standard's word for the severity.
  fileprivate var severityName: String {
    switch setting.severity {
    case .error: "error"
    case .warning: "warn"
    case .info: "info"
    }
  }

  /// What the rule would have accepted; nil when it has no threshold.
  fileprivate var expected: JSONValue? {
    let limits = [("warning", setting.warning), ("error", setting.error)].compactMap { level in
      level.1.map { "fewer than \($0) failed (\(level.0))" }
    }
    return limits.isEmpty ? nil : .string(limits.joined(separator: ", "))
  }

  fileprivate var actual: String {
    problem.map { "not evaluated: \($0)" } ?? "\(failed) of \(units) \(rule.unit.rawValue) failed"
  }

  /// The column that the rule's id names after its dimension; nil when it is about whole rows.
  fileprivate var column: ListenColumn? {
    ListenColumn(rawValue: String(rule.id.dropFirst(rule.dimension.rawValue.count + 1)))
  }
}

extension HistoryProfile {
  /// The columns by name; of timestamps also the first and last, in seconds since 1970.
  ///
  /// The standard has no mark for approximate numbers of distinct values; `quality.json` has.
  var openLineageColumns: JSONValue {
    .object(
      columns.map { column in
        let range = column.column == .timestamp ? timeRange : nil
        return (
          name: column.column.rawValue,
          value: [
            "nullCount": .integer(column.blank), "distinctCount": .integer(column.distinct),
            "count": .integer(column.rows - column.blank),
            "min": range.map { .integer(Int($0.lowerBound.secondsSinceEpoch)) },
            "max": range.map { .integer(Int($0.upperBound.secondsSinceEpoch)) },
          ]
        )
      })
  }
}

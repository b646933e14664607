public import ListeningSessions

/// Where two reports differ, in words; how they were computed is left out.
public enum ReportDifferences {
  /// One sentence for each difference; none when the reports answer alike.
  public static func between(_ report: AnalysisReport, and expected: AnalysisReport) throws
    -> [String]
  {
    [
      difference("settings", report.settings, expected.settings),
      difference("inputs", report.inputs, expected.inputs),
      difference("counts", report.counts, expected.counts),
      firstDifference("top songs", report.topSongs, expected.topSongs),
      try firstDifference("top sessions", sessions(of: report), sessions(of: expected)),
    ].compactMap { $0 }
  }

  static func difference<Value: Equatable>(
    _ name: String, _ value: Value, _ expected: Value
  ) -> String? {
    value == expected ? nil : "\(name): \(value), expected \(expected)"
  }

  static func firstDifference<Value: Equatable>(
    _ name: String, _ values: [Value], _ expected: [Value]
  ) -> String? {
    if let index = zip(values, expected).enumerated().first(where: { $1.0 != $1.1 })?.offset {
      return "\(name)[\(index)]: \(values[index]), expected \(expected[index])"
    }
    return difference("number of \(name)", values.count, expected.count)
  }

  /// The ranked sessions by names: the numbers of songs may differ between engines.
  private static func sessions(of report: AnalysisReport) throws -> [NamedSession] {
    zip(report.topSessions, try NamedTrack.bySession(of: report.ranking)).map {
      NamedSession(ranked: $0, tracks: $1)
    }
  }

  private struct NamedSession: Equatable {
    let ranked: RankedSession
    let tracks: [NamedTrack]
  }
}

public import ListeningSessions

/// Makes `quality.junit.xml`, which continuous integration shows like the result of tests.
///
/// A dimension is a suite, a rule a case. The overall score is a case of its own, so that a run that
/// fails by its score alone has a case that fails. No user is named.
public enum QualityJUnit {
  /// The document, UTF-8, with a line feed at the end.
  public static func xml(of quality: QualityReport, run: RunIdentity) -> [UInt8] {
    let suites = suites(of: quality)
    let cases = suites.flatMap(\.cases)
    let lines =
      ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
      + ["<testsuites name=\"sidelong quality\" \(counts(cases))>"]
      + suites.flatMap { $0.lines(of: run) } + ["</testsuites>"]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// The attributes that sum up some cases.
  static func counts(_ cases: [JUnitCase]) -> String {
    "tests=\"\(cases.count)\" failures=\"\(cases.count { $0.status == .failed })\" "
      + "errors=\"\(cases.count { $0.status == .error })\""
  }

  private static func suites(of quality: QualityReport) -> [JUnitSuite] {
    let rules = QualityDimension.allCases.map { dimension in
      JUnitSuite(
        name: dimension.rawValue,
        cases: quality.results.filter { $0.rule.dimension == dimension }.map(JUnitCase.init))
    }
    return rules + [JUnitSuite(name: "overall", cases: [JUnitCase(scoreOf: quality)])]
  }
}

import ListeningSessions
import RuleFiles
import Testing

struct RuleFlagTests {
  @Test func aFlagGoesOverTheFile() throws {
    var ruleSet = try RuleFile.parse(Example.full, path: "f")
    try RuleFlag.apply("completeness_track_mbid:warning=15%,severity=error", to: &ruleSet)
    #expect(
      ruleSet.settings["completeness_track_mbid"]
        == RuleSetting(.error, warning: .percent(15), error: .count(1000)))
  }

  @Test func settingsOfNoRuleCanBeGivenToo() throws {
    var ruleSet = RuleSet()
    try RuleFlag.apply("score:passed=99.5", to: &ruleSet)
    try RuleFlag.apply("parameters:as_of=2020-01-01T00:00:00Z,least_rows=5", to: &ruleSet)
    #expect(ruleSet.score.passed == 99.5 && ruleSet.parameters.leastRows == 5)
    #expect(ruleSet.parameters.asOf?.description == "2020-01-01T00:00:00Z")
  }

  @Test(arguments: [
    ("completeness_track_mbd:warning=1", "unknown rule 'completeness_track_mbd'"),
    ("validity_utf8:warnin=1", "unknown setting of a rule 'warnin'"),
    ("validity_utf8:severity=fatal", "unknown severity 'fatal'"),
    ("validity_utf8:warning=200%", "'warning' is 200%"),
    ("validity_utf8:warning=", "'warning' is nothing"),
    ("validity_utf8:warning=1,warning=2", "'warning' is set twice"),
    ("validity_utf8:warning", "'warning' has no '='"),
    ("validity_utf8:warning=1,", "'' has no '='"),
    ("validity_utf8:warning=2,error=1", "validity_utf8 fails the run before it warns"),
    ("validity_utf8", "a rule and its settings are expected"),
    ("validity_utf8:", "a rule and its settings are expected"),
    (":warning=1", "a rule and its settings are expected"),
    ("", "a rule and its settings are expected"),
    ("score:warning=99", "the score warns from 99.0 on, but passes from 95.0 on"),
  ])
  func aMistakeNamesTheFlagAndChangesNothing(text: String, message: String) throws {
    var ruleSet = RuleSet()
    let error = try #require(throws: AnalysisError.self) {
      try RuleFlag.apply(text, to: &ruleSet, flag: "--set")
    }
    #expect(error.code == .configuration)
    #expect(error.message == "--set \(text): \(message)")
    #expect(ruleSet.settings == [:] && ruleSet.score == RuleSet.ScoreLimits())
  }

  @Test func theNearestNameIsTold() throws {
    var ruleSet = RuleSet()
    let error = try #require(throws: AnalysisError.self) {
      try RuleFlag.apply("completeness_track_mbd:warning=1", to: &ruleSet)
    }
    #expect(
      error.description
        == "--rule completeness_track_mbd:warning=1: unknown rule 'completeness_track_mbd'; "
        + "did you mean 'completeness_track_mbid'?")
  }
}

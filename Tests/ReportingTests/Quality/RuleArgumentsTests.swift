import ListeningSessions
import Testing

@testable import Reporting

struct RuleArgumentsTests {
  @Test func everyRuleNamesItsColumnsExceptTheOneAboutTheFile() {
    for rule in SampleQuality.rules().all {
      #expect(
        RuleArguments(of: rule).columnList.isEmpty == (rule.id == "volume_rows"), "\(rule.id)")
    }
  }

  @Test func theColumnIsNamedWhereItIsOne() throws {
    #expect(try arguments("completeness_track_name").column == "track_name")
    #expect(try arguments("validity_mbid").column == nil)
    #expect(try arguments("validity_mbid").columnList == ["artist_mbid", "track_mbid"])
  }

  @Test func theBoundsAreThoseOfTheRuleSet() throws {
    #expect(try arguments("timeliness_as_of").maxValue?.text == "2006-02-12T17:49:31Z")
    #expect(try arguments("timeliness_earliest").minValue?.text == "2002-01-01T00:00:00Z")
    #expect(try arguments("timeliness_day_length").maxValue?.text == "480")
    #expect(try arguments("timeliness_session_length").maxValue?.text == "86400")
    #expect(try arguments("timeliness_session_length").gapSeconds == 1200)
    #expect(try arguments("timeliness_user_activity").maxValue?.text == "100000")
    #expect(try arguments("validity_user_id").pattern == "*")
    for id in ["volume_rows", "volume_users", "volume_listens_per_user"] {
      #expect(try arguments(id).minValue?.text == "1")
    }
  }

  private func arguments(_ id: String) throws -> RuleArguments {
    try RuleArguments(of: #require(SampleQuality.rules().all.first { $0.id == id }))
  }
}

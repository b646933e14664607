import ListeningSessions
import Testing

@testable import SparkEngine

struct SamplesQueryTests {
  private func query(failing: Set<String>) -> SamplesQuery {
    let ruleSet = RuleSet()
    let rules = ruleSet.rules(gapSeconds: 1200, now: .latest)
    return SamplesQuery(
      conditions: QualityConditions(rules: rules, ruleSet: ruleSet), gapSeconds: 1200, headers: [],
      failing: failing)
  }

  @Test func asksNothingWhenNoRuleFailed() {
    #expect(query(failing: []).sql == nil)
  }

  @Test func asksNothingForRulesWithoutSamples() {
    #expect(query(failing: ["consistency_mbid_names", "volume_rows", "volume_users"]).sql == nil)
  }

  @Test func looksOnlyWhereTheFirstFailuresAre() throws {
    let sql = try #require(query(failing: ["uniqueness_same_second"]).sql)
    #expect(sql.contains("ORDER BY first LIMIT 20"))
    #expect(sql.contains("'uniqueness_same_second'"))
    #expect(!sql.contains("sidelong_songs"))
  }
}

import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct RulesTests {
  private let rules = RuleSet().rules(gapSeconds: 1200, now: .latest)

  @Test func namesAreUnique() {
    #expect(Set(rules.all.map(\.id)).count == rules.all.count)
    #expect(Set(rules.all.map(\.requirement)).count == rules.all.count)
  }

  @Test func everyNameBeginsWithItsDimension() {
    for rule in rules.all { #expect(rule.id.hasPrefix(rule.dimension.rawValue + "_")) }
  }

  @Test func theyStandByDimension() {
    let order = rules.all.compactMap { QualityDimension.allCases.firstIndex(of: $0.dimension) }
    #expect(order == order.sorted() && Set(order).count == QualityDimension.allCases.count)
  }

  /// Every file of a rule, told by the protocol that its type conforms to.
  @Test func everyRuleIsInAll() throws {
    let files = try SourceTree.files(in: "ListeningSessions/DataQuality/Rules").filter { file in
      !file.words.intersection(["QualityRule", "RowRule", "UserRule", "ListenRule"]).isEmpty
    }
    let types = try Set(files.flatMap { try $0.declaredTypes }).subtracting(["State"])
    #expect(types == Set(rules.all.map { "\(type(of: $0))" }))
    #expect(rules.all.count == 25)
  }

  @Test func eachRequirementIsASentence() {
    for rule in rules.all {
      #expect(rule.requirement.first?.isUppercase == true && rule.requirement.last == ".")
    }
  }

  @Test func aUsersTalliesAreThoseOfTheRules() {
    let history = ArrayHistory("a b", seconds: [9, 5, 5, 4_000_000_000], duplicates: [7])
    var tallies: [String: RuleTally] = [:]
    rules.tally(history, into: &tallies)
    let expected = rules.all.compactMap { $0 as? any UserRule }
      .map { ($0.id, $0.tally(of: history)) }
    #expect(tallies == Dictionary(uniqueKeysWithValues: expected))
    #expect(Set(rules.userRuleIDs) == Set(tallies.keys) && rules.userRuleIDs.count == 10)
    rules.tally(history, into: &tallies)
    #expect(tallies["uniqueness_same_second"]?.failed == 4)
  }

  @Test func aListenFailsTheNamedRulesOnly() {
    let rules = RuleSet().rules(gapSeconds: 1200, now: Instant(secondsSinceEpoch: 1_100_000_000))
    let history = ArrayHistory(
      seconds: [1_009_843_199, 1_009_843_200, 1_100_000_000, 1_100_000_000, 1_100_000_001])
    #expect(failing("timeliness_earliest", of: rules, in: history) == [0])
    #expect(failing("timeliness_as_of", of: rules, in: history) == [4])
    #expect(failing("uniqueness_same_second", of: rules, in: history) == [2, 3])
    #expect(failing("consistency_newest_first", of: rules, in: history) == [1, 2, 4])
    #expect(failing("timeliness_day_length", of: rules, in: history) == [])
    #expect(!rules.fails([], 0, in: history))
    #expect(rules.fails(["timeliness_as_of", "timeliness_earliest"], 0, in: history))
  }

  private func failing(_ id: String, of rules: Rules, in history: ArrayHistory) -> [Int] {
    history.plays.indices.filter { rules.fails([id], $0, in: history) }
  }
}

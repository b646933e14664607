import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct RuleTallyTests {
  @Test func countsPassesAndFailures() {
    var tally = RuleTally()
    tally.pass()
    tally.pass(3)
    tally.fail(at: 7)
    tally.add(units: 10, failed: 2)
    #expect(tally.units == 15 && tally.failed == 3 && tally.samples == [7])
  }

  @Test(arguments: UInt64(0)..<20)
  func keepsTheFirstPositionsInOrder(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = generator.pick([0, 1, 19, 20, 21, 200])
    let positions = (0..<count).map { $0 * 3 }.shuffled(using: &generator)
    var tally = RuleTally()
    for position in positions { tally.fail(at: position) }
    #expect(tally.failed == count && tally.units == count)
    #expect(tally.samples == Array(positions.sorted().prefix(20)), "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<20)
  func partsAddUpToTheWhole(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var whole = RuleTally()
    var parts = [RuleTally(), RuleTally(), RuleTally()]
    for position in (0..<100).shuffled(using: &generator) {
      let part = Int.random(in: 0..<3, using: &generator)
      if generator.chance(0.5) {
        whole.fail(at: position)
        parts[part].fail(at: position)
      } else {
        whole.pass()
        parts[part].pass()
      }
    }
    #expect(parts.reduce(into: RuleTally()) { $0.merge($1) } == whole, "seed \(seed)")
  }
}

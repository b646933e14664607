import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct RejectStoreTests {
  /// Blocks of rejects, in whatever order a worker meets them; some are moved to the file in between.
  @Test(arguments: UInt64(0)..<30)
  func givesWhatItTookWhereverItIs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let directory = try TemporaryDirectory()
    var store = RejectStore()
    var (all, blocks) = ([RejectReference](), [Range<Int>]())
    for _ in 0..<Int.random(in: 1...20, using: &generator) {
      let start = store.count
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        let reject = RejectReference(
          position: Int.random(in: 0..<100_000, using: &generator), line: UInt32(all.count),
          reason: generator.pick(RejectReason.allCases))
        all.append(reject)
        store.append(reject)
      }
      blocks.append(start..<store.count)
      if generator.pick([true, false, false]) { try store.spill(in: directory.path) }
    }
    var given: [RejectReference] = []
    for block in blocks { try store.forEach(block) { given.append($0) } }
    #expect(given.map(\.line) == all.map(\.line), "seed \(seed)")
    #expect(given.map(\.position) == all.map(\.position), "seed \(seed)")
    #expect(given.map(\.reason) == all.map(\.reason), "seed \(seed)")
    for reason in RejectReason.allCases {
      let positions = all.filter { $0.reason == reason }.map(\.position)
      #expect(store.counts[reason, default: 0] == positions.count, "seed \(seed)")
      var tally = RuleTally()
      store.sample(reason, into: &tally)
      #expect(
        tally.samples == Array(positions.sorted().prefix(RuleTally.sampleLimit)), "seed \(seed)")
    }
  }

  @Test func whatIsInTheFileTakesNoMemory() throws {
    let directory = try TemporaryDirectory()
    var store = RejectStore()
    for line in 0..<1000 {
      store.append(RejectReference(position: line, line: UInt32(line), reason: .fieldCount))
    }
    #expect(store.byteCount >= 16_000)
    try store.spill(in: directory.path)
    #expect(store.byteCount == 0 && store.count == 1000)
  }
}

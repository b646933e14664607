import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct SharedMBIDNamesTests {
  /// With a limit of 0 everything is spilled after every batch.
  @Test(arguments: UInt64(0)..<10, [0, 1 << 12, 1 << 30])
  func countsTheSameWhetherSpilledOrNot(seed: UInt64, limit: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let directory = try TemporaryDirectory()
    let names = SharedMBIDNames()
    var plain: [UInt64: Set<UInt64>] = [:]
    for _ in 0..<40 {
      let part = Int.random(in: 0..<SharedMBIDNames.partCount, using: &generator)
      let pairs = (0..<100).map { _ in pair(in: part, &generator) }
      for pair in pairs { plain[pair.mbid, default: []].insert(pair.name) }
      names.insert(pairs.span, into: part)
      try names.spill(ifOver: limit, in: directory.path)
    }
    let tally = try names.tally(within: 1 << 20)
    let expected = RuleTally(units: plain.count, failed: plain.values.count { $0.count > 1 })
    #expect(tally == expected, "seed \(seed)")
    #expect(try directory.names().isEmpty)
  }

  /// One of few MBIDs of the part, with one of two names.
  private func pair(in part: Int, _ generator: inout SeededGenerator) -> MBIDNames.Pair {
    while true {
      let mbid = ByteHash.hash(UInt64.random(in: 1..<4000, using: &generator), 0)
      if SharedMBIDNames.part(of: mbid) == part {
        return MBIDNames.Pair(mbid: mbid, name: UInt64.random(in: 1...2, using: &generator))
      }
    }
  }
}

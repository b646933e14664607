import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct RunMergeTests {
  @Test(arguments: 1...17, UInt64(0)..<6)
  func runsInEitherDirectionAreSorted(runCount: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var records: [ListenRecord] = []
    for _ in 0..<runCount {
      var seconds = (0..<Int.random(in: 1...200, using: &generator)).map { _ in
        UInt32.random(in: 0...300, using: &generator)
      }
      seconds.sort()
      if Bool.random(using: &generator) { seconds.reverse() }
      for second in seconds {
        let hash = UInt64.random(in: 1...4, using: &generator)
        records.append(
          ListenRecord(seconds: second, position: UInt64(records.count), nameHash: hash))
      }
    }
    let expected = records.sorted { left, right in
      left.seconds != right.seconds
        ? left.seconds < right.seconds : ListenRecord.precedesInSecond(left, right)
    }
    let sorted = RadixSort.sorted(records).records
    #expect(sorted.map(\.position) == expected.map(\.position), "seed \(seed)")
  }
}

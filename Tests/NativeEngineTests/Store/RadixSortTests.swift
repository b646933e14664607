import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct RadixSortTests {
  @Test(arguments: UInt64(0)..<60)
  func sortsLikeTheStandardLibrary(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // Ranges that take one, two and three passes, and seconds that are mostly the same.
    let spreads: [UInt32] = [0, 3, 2047, 2048, 4_000_000, 1 << 22, .max - 5]
    let spread = generator.pick(spreads)
    let least = UInt32.random(in: 0...(UInt32.max - spread), using: &generator)
    let records = (0..<generator.pick([0, 1, 2, 50, 3000])).map { position in
      ListenRecord(
        seconds: UInt32.random(in: least...(least + spread), using: &generator),
        position: UInt64(position),
        nameHash: ListenRecord.nameHash(ofSong: generator.pick([1, 2, generator.next()])))
    }
    .shuffled(using: &generator)
    let expected = records.sorted { left, right in
      left.seconds != right.seconds
        ? left.seconds < right.seconds : ListenRecord.precedesInSecond(left, right)
    }
    let (sorted, hasAlike) = RadixSort.sorted(records)
    let alike = zip(expected, expected.dropFirst()).contains { left, right in
      left.seconds == right.seconds && left.mayEqual(right)
    }
    #expect(hasAlike == alike, "seed \(seed)")
    #expect(sorted.map(\.position) == expected.map(\.position), "seed \(seed)")
    #expect(sorted.map(\.seconds) == expected.map(\.seconds), "seed \(seed)")
  }

  @Test func whereOneHashIsMissingTheOthersTellNothing() {
    let records = [(5, 7), (5, ListenRecord.noHash), (5, 3), (6, 7)].enumerated().map {
      ListenRecord(seconds: UInt32($1.0), position: UInt64(9 - $0), nameHash: $1.1)
    }
    let (sorted, hasAlike) = RadixSort.sorted(records)
    #expect(hasAlike)
    #expect(sorted.map(\.position) == [7, 8, 9, 6])
    #expect(sorted.map(\.lacksHash) == [true, true, true, false])
  }
}

import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct ListenStoreTests {
  @Test(arguments: UInt64(0)..<6)
  func givesBackEveryListenOfEveryUser(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let userCount = generator.pick([1, 2, 50, 5000])
    var store = ListenStore()
    var expected: [Int: [Int]] = [:]
    for position in 0..<30_000 {
      let user = min(
        Int.random(in: 0..<userCount, using: &generator),
        Int.random(in: 0..<userCount, using: &generator))
      store.append(record(at: position), of: user)
      expected[user, default: []].append(position)
    }
    for user in 0..<userCount {
      let count = store.count(of: user)
      let positions = store.records(of: user).map(\.position)
      #expect(count == expected[user, default: []].count, "seed \(seed), user \(user)")
      #expect(positions == expected[user, default: []], "seed \(seed), user \(user)")
    }
  }

  @Test(arguments: UInt64(0)..<6)
  func rowsMayStandFarApartOrBeforeOneAnother(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var store = ListenStore()
    var positions: [Int] = []
    for _ in 0..<20_000 {
      let reach = generator.pick([200, 1 << 19, 1 << 20, 1 << 40])
      positions.append(Int.random(in: 0..<reach, using: &generator))
      store.append(record(at: positions[positions.count - 1]), of: 0)
    }
    let kept = store.records(of: 0).map(\.position)
    #expect(kept == positions, "seed \(seed)")
  }

  @Test func segmentsComeOneByOneTheLastFirst() {
    var store = ListenStore()
    for position in 0..<30_000 { store.append(record(at: position * 3), of: 1) }
    var positions: [Int] = []
    unsafe store.forEachSegment(of: 1) { records in
      unsafe positions.insert(contentsOf: records.map(\.position), at: 0)
    }
    #expect(positions == (0..<30_000).map { $0 * 3 })
  }

  @Test func aRowEachOfManyUsersTakesLittle() {
    var store = ListenStore()
    for user in 0..<100_000 { store.append(record(at: user), of: user) }
    let bytes = store.byteCount
    // Two words and what is kept of the user, beside slabs that are not full.
    #expect(bytes < 20 << 20)
  }

  @Test func oneUserMayHaveMoreThanALargestSegment() {
    var store = ListenStore()
    for position in 0..<200_000 { store.append(record(at: position), of: 3) }
    let positions = store.records(of: 3).map(\.position)
    #expect(positions == Array(0..<200_000))
  }

  @Test func usersThatWereNeverSeenHaveNone() {
    var store = ListenStore()
    let before = store.count(of: 0)
    store.append(record(at: 1), of: 7)
    let beside = [store.count(of: 6), store.count(of: 8), store.count(of: 1_000_000)]
    let records = store.records(of: 1_000_000).count
    #expect(before == 0 && beside == [0, 0, 0] && records == 0)
  }

  private func record(at position: Int) -> ListenRecord {
    ListenRecord(
      seconds: UInt32(truncatingIfNeeded: position), position: UInt64(position),
      nameHash: UInt64(position))
  }
}

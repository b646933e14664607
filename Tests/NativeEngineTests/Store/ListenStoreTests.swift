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
      seconds: UInt32(position), position: UInt64(position), nameHash: UInt64(position))
  }
}

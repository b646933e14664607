import Testing

@testable import SyntheticListens

struct ListensPerUserTests {
  @Test(
    "The counts add up to the rows, whatever the users",
    arguments: [0, 1, 5, 991, 992, 12_345, 19_150_868], [1, 2, 7, 992, 5000])
  func sum(rows: Int, users: Int) {
    let counts = ListensPerUser(rows: rows, users: users, seed: 9).counts
    #expect(counts.count == users)
    #expect(counts.reduce(0, +) == rows)
    #expect(counts.allSatisfy { $0 >= (rows >= users ? 1 : 0) })
  }

  @Test("At the size of Last.fm-1K, the tail is as heavy", arguments: [UInt64(1), 2, 3])
  func heavyTail(seed: UInt64) {
    let counts = ListensPerUser(rows: 19_150_868, users: 992, seed: seed).counts
      .sorted(by: >)
    #expect((170_000...195_000).contains(counts[0]))
    #expect((11...15).contains(counts.count { $0 > 100_000 }))
    #expect(counts[496] < 19_150_868 / 992)
  }

  @Test("Another seed gives the same counts to other users")
  func seeds() {
    let one = ListensPerUser(rows: 10_000, users: 50, seed: 1).counts
    let other = ListensPerUser(rows: 10_000, users: 50, seed: 2).counts
    #expect(one != other)
    #expect(one.sorted() == other.sorted())
  }
}

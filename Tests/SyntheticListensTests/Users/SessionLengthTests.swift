import Testing

@testable import SyntheticListens

struct SessionLengthTests {
  /// Made once for all tests.
  private static let drawn: [Int] = {
    var random = SplitMix64(seed: 4)
    return (0..<1_000_000).map { _ in SessionLength.draw(&random) }
  }()

  private let lengths = SessionLengthTests.drawn

  @Test("A session has 18 tracks on average, and one in seven has a single one")
  func average() {
    #expect((17_500_000...18_900_000).contains(lengths.reduce(0, +)))
    #expect((138_000...142_000).contains(lengths.count { $0 == 1 }))
  }

  @Test("Of a million sessions, a hundred are giants, some of them equally long")
  func giants() {
    let giants = lengths.filter { $0 >= SessionLength.giant - 25 && $0 % 25 == 0 && $0 > 1000 }
      .sorted(by: >)
    #expect((70...140).contains(giants.count))
    #expect((4000...5100).contains(giants[0]))
    #expect(giants[49] >= 1500)
    #expect(Set(giants.prefix(50)).count < 50)
  }
}

import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct TopKTests {
  @Test(arguments: UInt64(0)..<200)
  func keepsWhatSortingPutsFirst(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let limit = Int.random(in: 1...20, using: &generator)
    let numbers = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
      Int.random(in: 0...40, using: &generator)
    }
    var top = TopK<Int>(limit: limit, precedes: >)
    for (inserted, number) in numbers.enumerated() {
      top.insert(number)
      let expected = Array(numbers[...inserted].sorted(by: >).prefix(limit))
      #expect(top.elements == expected, "seed \(seed)")
      #expect(top.threshold == (expected.count == limit ? expected.last : nil), "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func partsMergeIntoTheWhole(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let numbers = (0..<100).map { _ in Int.random(in: 0...1000, using: &generator) }
    var merged = TopK<Int>(limit: 7, precedes: <)
    for part in 0..<4 {
      var top = TopK<Int>(limit: 7, precedes: <)
      for number in numbers[(part * 25)..<(part * 25 + 25)] { top.insert(number) }
      for number in top.elements { merged.insert(number) }
    }
    #expect(merged.elements == Array(numbers.sorted().prefix(7)))
  }

  @Test func emptyHasNoThreshold() {
    let top = TopK<Int>(limit: 3, precedes: <)
    #expect(top.elements == [] && top.threshold == nil && top.limit == 3)
  }

  @Test func aLimitOfNoneKeepsNone() {
    var top = TopK<Int>(limit: 0, precedes: <)
    top.insert(1)
    #expect(top.elements == [] && top.threshold == nil)
  }
}

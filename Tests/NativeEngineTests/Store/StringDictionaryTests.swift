import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct StringDictionaryTests {
  @Test(arguments: UInt64(0)..<10)
  func numbersStringsInTheOrderInWhichTheyComeUp(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let strings = randomStrings(using: &generator)
    var dictionary = StringDictionary()
    var expected: [[UInt8]: Int] = [:]
    for _ in 0..<6000 {
      let string = generator.pick(strings)
      let before = dictionary.known(string.span)
      #expect(before == expected[string], "seed \(seed): \(string)")
      let known = expected[string] ?? expected.count
      expected[string] = known
      let number = dictionary.number(of: string.span)
      #expect(number == known, "seed \(seed): \(string)")
    }
    let count = dictionary.count
    #expect(count == expected.count)
    for (string, number) in expected {
      let kept = Array(dictionary.string(number))
      #expect(kept == string, "seed \(seed)")
    }
  }

  @Test func stringsThatBeginAlikeAreDifferent() {
    var dictionary = StringDictionary()
    let strings = (0...80).map { Array(repeating: UInt8(0), count: $0) }
    let numbers = strings.map { dictionary.number(of: $0.span) }
    #expect(numbers == Array(0...80))
  }

  /// More strings than the dictionary starts with room for, some alike but for one byte or their length.
  private func randomStrings(using generator: inout SeededGenerator) -> [[UInt8]] {
    (0..<2500).map { number in
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: Array("user_\(number)".utf8)
      case 1: Array(repeating: UInt8(number % 7), count: number % 70)
      default:
        Array(
          "a long string whose end differs, behind sixty-four bytes of the same: \(number)".utf8)
      }
    }
  }
}

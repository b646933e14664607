import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct ZuluTimestampTests {
  @Test(arguments: UInt64(0)..<20)
  func readsInstantsLikeTheRule(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var timestamp = ZuluTimestamp()
    for _ in 0..<500 {
      let instant = randomInstant(using: &generator)
      let text = instant.description
      #expect(timestamp.seconds(of: Array(text.utf8)) == instant.secondsSinceEpoch, "\(text)")
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func refusesOrAgreesOnTextsThatWereChanged(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var timestamp = ZuluTimestamp()
    var accepted = 0
    for _ in 0..<2000 {
      let text = mutated(randomInstant(using: &generator), using: &generator)
      let expected = TimestampFormat.instant(of: text.span)?.secondsSinceEpoch
      let seconds = timestamp.seconds(of: text)
      let spelling = String(decoding: text, as: UTF8.self)
      if isPlain(text) {
        #expect(seconds == expected, "seed \(seed): \(spelling)")
      } else {
        #expect(seconds == nil || seconds == expected, "seed \(seed): \(spelling)")
      }
      accepted += seconds == nil ? 0 : 1
    }
    #expect(accepted > 100 && accepted < 1900, "both outcomes must come up")
  }

  @Test(arguments: [
    "2005-02-29T00:00:00Z", "1969-12-31T23:59:59Z", "2106-01-01T00:00:00Z", "2005-01-01T00:00:60Z",
    "2005-01-01T24:00:00Z", "2005-01-01T00:60:00Z", "2005-01-01t00:00:00Z", "2005-01-01 00:00:00Z",
    "2005-01-01T00:00:00z", "2005-00-01T00:00:00Z", "2005-01-00T00:00:00Z", "/005-01-01T00:00:00Z",
    ":005-01-01T00:00:00Z", "2005-01-01T00:00:0:Z",
  ])
  func leavesTheRestToTheRule(text: String) {
    var timestamp = ZuluTimestamp()
    #expect(timestamp.seconds(of: Array(text.utf8)) == nil)
  }

  @Test func aRefusedDateDoesNotSpoilTheNextRows() {
    var timestamp = ZuluTimestamp()
    let texts = [
      "2005-02-28T00:00:01Z", "2005-02-29T00:00:01Z", "2005-02-28T00:00:02Z",
      "2005-02-29T00:00:01Z",
    ]
    let seconds = texts.map { timestamp.seconds(of: Array($0.utf8)) }
    #expect(seconds == [1_109_548_801, nil, 1_109_548_802, nil])
  }

  private func randomInstant(using generator: inout SeededGenerator) -> Instant {
    let latest = Instant.latest.secondsSinceEpoch
    return Instant(secondsSinceEpoch: UInt32.random(in: 0...latest, using: &generator))
  }

  /// Changes up to three bytes, mostly to digits, so that dates and times leave their ranges.
  private func mutated(_ instant: Instant, using generator: inout SeededGenerator) -> [UInt8] {
    var text = Array(instant.description.utf8)
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let index = Int.random(in: text.indices, using: &generator)
      text[index] =
        generator.chance(0.8)
        ? UInt8.random(in: 0x2F...0x3A, using: &generator)
        : UInt8.random(in: 0...0xFF, using: &generator)
    }
    return text
  }

  /// Whether the text has the one form that is read here, whatever its numbers, but for leap seconds.
  private func isPlain(_ text: [UInt8]) -> Bool {
    let form = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
    let hasForm = zip(text, form).allSatisfy { byte, kind in
      kind == UInt8(ascii: "d") ? (0x30...0x39).contains(byte) : byte == kind
    }
    return hasForm && text[17] < UInt8(ascii: "6")
  }
}

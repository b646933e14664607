import ListeningSessions
import Testing

struct TextTests {
  @Test func spellingsThatLookAlikeDiffer() {
    let composed: Text = "\u{E9}"
    let decomposed: Text = "e\u{301}"
    #expect("\u{E9}" == "e\u{301}", "Swift's strings are equal, which is why there is Text")
    #expect(composed != decomposed)
  }

  @Test(arguments: [
    ("Zebra", "apple"), ("", "a"), ("a", "aa"), ("z", "\u{E9}"), ("\u{FFFD}", "\u{1F3B6}"),
    ("e\u{301}", "\u{E9}"),
  ])
  func ordersByBytes(first: String, second: String) {
    #expect(Text(first) < Text(second))
    #expect(!(Text(second) < Text(first)))
  }

  @Test func doesNotPrecedeItself() {
    #expect(!(Text("same") < Text("same")))
  }

  @Test func equalTextsAreOneInASetWhateverTheirLength() {
    let lengths = 0...40
    let texts = lengths.map { Text(utf8: Array(repeating: 0, count: $0)) }
    let again = lengths.map { Text(String(repeating: "\0", count: $0)) }
    #expect(Set(texts + again).count == lengths.count)
    #expect(texts.map(\.hashValue) == again.map(\.hashValue))
  }

  @Test func keepsTheBytesAsTheyAre() {
    #expect(Text(utf8: [0x61, 0xFF]).utf8 == [0x61, 0xFF])
    #expect(Text("\u{DF}").utf8 == [0xC3, 0x9F])
  }

  @Test func isShownWithReplacementForBytesThatAreNoText() {
    #expect(Text(utf8: [0x61, 0xFF]).description == "a\u{FFFD}")
    #expect("\(Text("Jolene"))" == "Jolene")
  }
}

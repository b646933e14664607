import ListeningSessions
import Testing

struct ControlCharactersTests {
  @Test func agreesWithTheUnicodePropertiesOfEveryScalar() {
    let wrong = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
      occur(in: String(scalar)) != (scalar.properties.generalCategory == .control)
    }
    #expect(wrong == [])
  }

  @Test(arguments: ["\u{0}abc", "abc\u{1F}", "a\u{80}c", "\u{E9}\u{9F}", "\u{A0}\u{85}"])
  func oneAnywhereIsEnough(text: String) {
    #expect(occur(in: text))
  }

  @Test(arguments: ["", "abc", "\u{C2}\u{A0}", "\u{1F3B6}", "\u{7E}\u{A1}"])
  func otherTextHasNone(text: String) {
    #expect(!occur(in: text))
  }

  private func occur(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return ControlCharacters.occur(in: bytes.span)
  }
}

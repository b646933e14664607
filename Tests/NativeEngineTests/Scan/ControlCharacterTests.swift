import ListeningSessions
import Testing

/// The quick look for control characters may cry wolf, but must not miss one.
struct ControlCharacterTests {
  @Test(arguments: [0, 1, 15, 16, 31, 40])
  func noControlCharacterIsMissed(place: Int) {
    let around = Array(repeating: UInt8(0x61), count: 40)
    let missed = (UInt32(0)...0x2FF).compactMap(Unicode.Scalar.init).filter { scalar in
      let text = Array(around.prefix(place)) + Array(String(scalar).utf8) + around.dropFirst(place)
      return ControlCharacters.occur(in: text.span) && !mayHoldControl(text)
    }
    #expect(missed == [])
  }

  @Test(arguments: ["", "a", "~ Björk, Sigur Rós, 東京事変 and 🎶 for more than thirty-two bytes"])
  func textWithoutAnyIsNotAskedAbout(text: String) {
    #expect(!mayHoldControl(Array(text.utf8)))
  }
}

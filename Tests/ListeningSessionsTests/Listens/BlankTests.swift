import ListeningSessions
import Testing

struct BlankTests {
  @Test func agreesWithTheUnicodePropertiesOfEveryScalar() {
    let wrong = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
      let properties = scalar.properties
      let isBlankScalar = properties.isWhitespace || properties.generalCategory == .control
      return isBlank(Array(String(scalar).utf8)) != isBlankScalar
    }
    #expect(wrong == [])
  }

  @Test(arguments: ["", " ", "\t \u{85}", "\u{A0}\u{1680}\u{2000}\u{2029}\u{3000}", "\u{7F}\u{0}"])
  func textOfNothingButBlanksIsBlank(text: String) {
    #expect(isBlank(Array(text.utf8)))
  }

  @Test(arguments: ["a", " a", "a ", "\u{3000}\u{3001}", "\u{200B}", "\u{2000}\u{200B}", "\u{A1}"])
  func oneCharacterThatIsNotBlankIsEnough(text: String) {
    #expect(!isBlank(Array(text.utf8)))
  }

  @Test func aByteBeginsTextIfAllCharactersThatItBeginsAreNotBlank() {
    var blank: Set<UInt8> = []
    var notBlank: Set<UInt8> = []
    for scalar in (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init) {
      let bytes = Array(String(scalar).utf8)
      if isBlank(bytes) { blank.insert(bytes[0]) } else { notBlank.insert(bytes[0]) }
    }
    for byte in blank.union(notBlank) {
      #expect(Blank.beginsText(byte) == !blank.contains(byte), "byte \(byte)")
    }
  }

  private func isBlank(_ text: [UInt8]) -> Bool {
    Blank.isBlank(text.span)
  }
}

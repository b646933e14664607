import ListeningSessions
import Testing

struct UUIDTextTests {
  private static let uuid = "5bf1c3d0-9a0e-4c11-8d3f-0123456789ab"

  @Test(arguments: [uuid, uuid.uppercased(), String(uuid.map { $0 == "-" ? "-" : "f" })])
  func digitsOfEitherCaseWithHyphensBetweenAreOne(text: String) {
    #expect(isUUID(Array(text.utf8)))
  }

  @Test(arguments: ["", String(uuid.dropLast()), uuid + "0", "{\(uuid)}", " \(uuid.dropLast())"])
  func anotherLengthIsNone(text: String) {
    #expect(!isUUID(Array(text.utf8)))
  }

  @Test(arguments: 0..<36)
  func everyPlaceTakesItsCharactersOnly(place: Int) {
    let isHyphen = [8, 13, 18, 23].contains(place)
    let digits = Set("0123456789abcdefABCDEF".utf8)
    for byte in UInt8.min...UInt8.max {
      var text = Array(Self.uuid.utf8)
      text[place] = byte
      let isRight = isHyphen ? byte == UInt8(ascii: "-") : digits.contains(byte)
      #expect(isUUID(text) == isRight, "byte \(byte)")
    }
  }

  private func isUUID(_ text: [UInt8]) -> Bool { UUIDText.isUUID(text.span) }
}

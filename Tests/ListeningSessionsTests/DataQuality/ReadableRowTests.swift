import ListeningSessions
import Testing

struct ReadableRowTests {
  @Test func holdsTheFieldsAsTheyStand() throws {
    let row = try #require(read("u\t2009-05-04T23:08:57Z\tam\tartist\ttm\t track\r"))
    #expect(row.position == 42)
    #expect(row.userID == "u" && row.timestamp == "2009-05-04T23:08:57Z")
    #expect(row.listenedAt == Instant(secondsSinceEpoch: 1_241_478_537))
    #expect(row.artistMBID == "am" && row.artistName == "artist")
    #expect(row.trackMBID == "tm" && row.trackName == " track")
  }

  @Test func rejectsOfSixFieldsAreReadableToo() throws {
    let row = try #require(read("\tNA\t\t\t\t"))
    #expect(row.userID.isBlank && row.timestamp == "NA" && row.listenedAt == nil)
  }

  @Test(arguments: ["", "\r", "u\tt\ta\tb\tc", "u\tt\ta\tb\tc\td\te"])
  func linesWithoutSixFieldsAreNot(line: String) {
    #expect(read(line) == nil)
  }

  @Test func bytesThatAreNoTextAreNot() {
    let line: [UInt8] = [0x75, 0x09, 0x09, 0x09, 0x09, 0x09, 0xFF]
    #expect(ReadableRow(line.span, position: 0) == nil)
  }

  private func read(_ line: String) -> ReadableRow? {
    let bytes = Array(line.utf8)
    return ReadableRow(bytes.span, position: 42)
  }
}

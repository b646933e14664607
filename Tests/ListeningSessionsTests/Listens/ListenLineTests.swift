import ListeningSessions
import Testing

struct ListenLineTests {
  private static let good = "u\t2009-05-04T23:08:57Z\tam\tartist\ttm\ttrack"

  @Test(arguments: ["", "\r"])
  func anEmptyLineIsNoRow(line: String) {
    #expect(judge(line) == .blankLine)
  }

  @Test(arguments: [good, good + "\r"])
  func aRowOfSixFieldsIsAListen(line: String) throws {
    let listen = try #require(self.listen(in: line))
    #expect(listen.userID == "u")
    #expect(listen.listenedAt.secondsSinceEpoch == 1_241_478_537)
    #expect(listen.song == Song(artistName: "artist", trackName: "track"))
    #expect(listen.artistMBID == "am" && listen.trackMBID == "tm")
  }

  @Test func theVerdictTellsWhereTheFieldsStand() throws {
    guard case .listen(let fields) = judge(Self.good) else {
      Issue.record("a good row was refused")
      return
    }
    #expect(fields.userID == 0..<1)
    #expect(fields.artistMBID == 23..<25)
    #expect(fields.artistName == 26..<32)
    #expect(fields.trackMBID == 33..<35)
    #expect(fields.trackName == 36..<41)
    #expect(fields.listenedAt.description == "2009-05-04T23:08:57Z")
  }

  @Test(arguments: ["\"u\"", " u", "NA", "null", "\u{200B}", "\u{DF}"])
  func namesStayAsTheyAre(name: String) {
    let line = Self.good.replacing("artist", with: name)
    #expect(listen(in: line)?.song.artistName == Text(name))
  }

  @Test func musicBrainzIdsMayBeEmpty() {
    let line = "u\t2009-05-04T23:08:57Z\t\tartist\t\ttrack"
    let listen = self.listen(in: line)
    #expect(listen?.artistMBID == "" && listen?.trackMBID == "")
  }

  @Test func onlyOneCarriageReturnBelongsToTheLineEnd() {
    let listen = self.listen(in: Self.good + "\r\r")
    #expect(listen?.song.trackName == "track\r")
    #expect(judge("\r\r") == .reject(.fieldCount))
  }

  @Test(arguments: [
    ("x", RejectReason.fieldCount), (" ", .fieldCount), ("\t\t\t\t", .fieldCount),
    ("\t\t\t\t\t\t", .fieldCount), (good + "\t", .fieldCount),
    ("\t\t\t\t\t", .missingUser), ("\u{A0}\tx\t\t\t\t", .missingUser),
    ("u\t\t\t\t\t", .invalidTimestamp), ("u\tNA\t\ta\t\tt", .invalidTimestamp),
    ("u\t2009-05-04T23:08:57Z\t\t\t\t", .missingArtistName),
    ("u\t2009-05-04T23:08:57Z\t\ta\t\t \u{3000}", .missingTrackName),
    ("u\t2009-05-04T23:08:57Z\t\ta\t\t\r", .missingTrackName),
  ])
  func theFirstReasonThatAppliesIsGiven(line: String, reason: RejectReason) {
    #expect(judge(line) == .reject(reason))
    #expect(listen(in: line) == nil)
  }

  @Test(arguments: 0..<6)
  func bytesThatAreNoTextAreRefusedInEveryField(field: Int) {
    var fields = Self.good.split(separator: "\t").map { Array($0.utf8) }
    fields[field].append(0xC3)
    let line = Array(fields.joined(separator: [0x09]))
    #expect(judge(bytes: line) == .reject(.invalidUTF8))
  }

  @Test func theNumberOfFieldsIsJudgedBeforeTheirBytes() {
    #expect(judge(bytes: [0xFF]) == .reject(.fieldCount))
    #expect(judge(bytes: [0xFF, 0x09, 0x09, 0x09, 0x09, 0x09]) == .reject(.invalidUTF8))
  }

  @Test(arguments: [
    "user_id\ttimestamp\tartist_mbid\tartist_name\ttrack_mbid\ttrack_name", "\tTIMESTAMP",
    "u\tTimeStamp\r",
    "\ttimestamp\t\t\t\t\t\t\t",
  ])
  func aSecondFieldNamedTimestampMakesAHeader(line: String) {
    #expect(isHeader(line))
  }

  @Test(arguments: [
    "", "timestamp", "timestamp\tuser_id", "u\ttimestamp ", "u\ttimestamps", "u\ttimestam",
    "u\t\ttimestamp", "u\t4imestamp", "u\ttime\u{13}tamp", good,
  ])
  func otherLinesAreNoHeader(line: String) {
    #expect(!isHeader(line))
  }

  private func judge(_ line: String) -> ListenLine.Verdict { judge(bytes: Array(line.utf8)) }

  private func judge(bytes: [UInt8]) -> ListenLine.Verdict { ListenLine.judge(bytes.span) }

  private func listen(in line: String) -> Listen? {
    let bytes = Array(line.utf8)
    return ListenLine.listen(in: bytes.span)
  }

  private func isHeader(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    return ListenLine.isHeader(bytes.span)
  }
}

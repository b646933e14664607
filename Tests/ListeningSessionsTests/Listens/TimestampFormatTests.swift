import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct TimestampFormatTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0),
    ("2009-05-04T23:08:57Z", 1_241_478_537),
    ("2009-05-04t23:08:57z", 1_241_478_537),
    ("2009-05-04 23:08:57Z", 1_241_478_537),
    ("2009-05-04T23:08:57.9Z", 1_241_478_537),
    ("2009-05-04T23:08:57.000000000001z", 1_241_478_537),
    ("2009-05-05T01:08:57+02:00", 1_241_478_537),
    ("2009-05-04T13:38:57-09:30", 1_241_478_537),
    ("2009-05-04T23:08:57-00:00", 1_241_478_537),
    ("2009-05-04T23:08:57.5+00:00", 1_241_478_537),
    ("2009-05-05T23:07:57+23:59", 1_241_478_537),
    ("2004-02-29T00:00:00Z", 1_078_012_800),
    ("2000-02-29T00:00:00Z", 951_782_400),
    ("2008-12-31T23:59:60Z", 1_230_768_000),
    ("2009-01-01T00:00:00Z", 1_230_768_000),
    ("2008-12-31T12:34:60Z", 1_230_726_900),
    ("2105-12-31T23:59:59Z", 4_291_747_199),
    ("2106-01-01T00:00:00+00:01", 4_291_747_140),
    ("1969-12-31T23:59:60Z", 0),
    ("1969-12-31T23:00:00-01:00", 0),
  ])
  func acceptsTheFreedomsOfRFC3339(text: String, seconds: Int) {
    #expect(instant(of: text)?.secondsSinceEpoch == UInt32(seconds))
  }

  @Test(arguments: [
    "", "2009", "2009-05-04", "2009-05-04T23:08:57", "2009-05-04T23:08Z", "2009-05-04T23:08:57ZZ",
    "2009-05-04T23:08:57 Z", " 2009-05-04T23:08:57Z", "2009-05-04T23:08:57Z ",
    "2009-05-04X23:08:57Z", "2009/05/04T23:08:57Z", "2009-05/04T23:08:57Z", "2009-05-04T23.08:57Z",
    "2009-05-04T23:08.57Z", "2009-5-04T23:08:570Z", "+009-05-04T23:08:57Z", "20 9-05-04T23:08:57Z",
    "2009-05-04T23:08:57Y", "2009-05-04T23:08:5:Z", "2009-05-04T23:08:57,5Z",
    "12009-05-04T23:08:57Z", "200\u{664}-05-04T23:08:57Z",
  ])
  func refusesOtherForms(text: String) {
    #expect(instant(of: text) == nil)
  }

  @Test(arguments: [
    "2009-05-04T23:08:57.Z", "2009-05-04T23:08:57.5", "2009-05-04T23:08:57.5x",
    "2009-05-04T23:08:57.", "2009-05-04T23:08:57.-1Z", "2009-05-04T23:08:57.5.5Z",
  ])
  func refusesFractionsWithoutDigitsOrZone(text: String) {
    #expect(instant(of: text) == nil)
  }

  @Test(arguments: [
    "+24:00", "+00:60", "+0000", "+00", "+00:0", "+00:000", "00:00", "*00:00", "+0:000", "+0a:00",
    "+00:0a", "+00 00", "\u{2212}1:00", "Z+00:00",
  ])
  func refusesZonesThatAreNone(zone: String) {
    #expect(instant(of: "2009-05-04T23:08:57" + zone) == nil)
  }

  @Test(arguments: [
    "2009-02-29", "2100-02-29", "2009-00-01", "2009-13-01", "2009-01-00", "2009-01-32",
    "2009-04-31", "0000-01-01", "9999-12-31", "1969-12-31", "2106-01-01",
  ])
  func refusesDaysThatDoNotExistOrAreOutOfRange(date: String) {
    #expect(instant(of: date + "T12:00:00Z") == nil)
  }

  @Test(arguments: ["24:00:00", "23:60:00", "23:59:61", "99:99:99", "2a:00:00", "00:0a:00"])
  func refusesTimesThatAreNone(time: String) {
    #expect(instant(of: "2009-05-04T" + time + "Z") == nil)
  }

  @Test(arguments: [
    "2105-12-31T23:59:60Z", "2105-12-31T23:59:59-00:01", "1970-01-01T00:00:00+00:01",
    "2106-01-01T00:00:00Z",
  ])
  func theRangeIsJudgedInUTC(text: String) {
    #expect(instant(of: text) == nil)
  }

  @Test func everySecondOfTheRangeIsReadAsItIsWritten() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let seconds = UInt32.random(in: 0...Instant.latest.secondsSinceEpoch, using: &generator)
      let written = Instant(secondsSinceEpoch: seconds)
      #expect(instant(of: written.description) == written)
    }
  }

  private func instant(of text: String) -> Instant? {
    let bytes = Array(text.utf8)
    return TimestampFormat.instant(of: bytes.span)
  }
}

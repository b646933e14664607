import Testing

@testable import SyntheticListens

struct HistoryYearsTests {
  private func text(_ second: UInt32) -> String {
    String(decoding: rendered { HistoryYears.append(second, to: &$0) }, as: UTF8.self)
  }

  @Test("The years begin and end where they should")
  func bounds() {
    #expect(text(0) == "2005-02-14T00:00:00Z")
    #expect(text(UInt32(HistoryYears.length - 1)) == "2009-06-19T23:59:59Z")
  }

  @Test("A leap day and the turn of a year are written right")
  func calendar() {
    #expect(text(95_860_799) == "2008-02-28T11:59:59Z")
    #expect(text(95_860_799 + 86_400) == "2008-02-29T11:59:59Z")
    #expect(text(95_860_799 + 2 * 86_400) == "2008-03-01T11:59:59Z")
    #expect(text(27_734_399) == "2005-12-31T23:59:59Z")
    #expect(text(27_734_400) == "2006-01-01T00:00:00Z")
  }

  @Test("Every hour reads back as the instant that was written")
  func everyHour() {
    let wrong = stride(from: 0, to: HistoryYears.length, by: 3599).filter { second in
      let written = rendered { HistoryYears.append(UInt32(second), to: &$0) }
      return PlainTimestamp.unixSeconds(written) != HistoryYears.start + second
    }
    #expect(wrong == [])
  }
}

import Reporting
import Testing

struct ReportSummaryTests {
  @Test func showsTheTopSongsAndWhatTheHistoryHeld() {
    #expect(
      ReportSummary.text(of: SampleReport.make()) == """
        Top 3 songs of the 2 longest sessions (3 to 1 tracks)

        #  plays  sessions  listeners  track      artist
        1      2         1          1  Jolene     Dolly Parton
        2      1         1          1  null       NA
        3      1         1          1  "q" \\ {2}  \u{5742}\u{672C}

        1,234,567 rows: 1,233,560 listens, 1,000 duplicates, 7 rejected; 2 users, 12,345 sessions

        """)
  }

  @Test func saysThatThereAreNoSessions() {
    #expect(
      ReportSummary.text(of: SampleReport.withoutSessions()) == """
        No sessions

        #  plays  sessions  listeners  track  artist

        1 rows: 0 listens, 0 duplicates, 1 rejected; 0 users, 0 sessions

        """)
  }
}

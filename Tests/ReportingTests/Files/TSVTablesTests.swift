import ListeningSessions
import Testing

@testable import Reporting

struct TSVTablesTests {
  @Test func topSongsStandInTheContractsColumns() {
    #expect(
      text(TSVTables.topSongs(SampleReport.make())) == """
        rank\ttrack_name\tartist_name\tplay_count\tsession_count\tlistener_count\ttrack_mbid\tartist_mbid
        1\tJolene\tDolly Parton\t2\t1\t1\ttm\tam
        2\tnull\tNA\t1\t1\t1\t\t
        3\t"q" \\ {2}\t\u{5742}\u{672C}\t1\t1\t1\t\t

        """)
  }

  @Test func topSessionsStandInTheContractsColumns() {
    #expect(
      text(TSVTables.topSessions(SampleReport.make())) == """
        rank\tuser_id\tstarted_at\tended_at\tduration_seconds\ttrack_count\tdistinct_songs
        1\tuser_1\t2006-02-12T17:49:31Z\t2006-02-12T18:09:31Z\t1200\t3\t2
        2\t \u{FC}\t2009-01-01T00:00:00Z\t2009-01-01T00:00:00Z\t0\t1\t1

        """)
  }

  @Test func sessionTracksStandInTheContractsColumns() throws {
    #expect(
      try text(sessionTracks(SampleReport.make())) == """
        session_rank\tposition\tlistened_at\tartist_name\ttrack_name
        1\t1\t2006-02-12T17:49:31Z\tDolly Parton\tJolene
        1\t2\t2006-02-12T17:49:31Z\t\u{5742}\u{672C}\t"q" \\ {2}
        1\t3\t2006-02-12T18:09:31Z\tDolly Parton\tJolene
        2\t1\t2009-01-01T00:00:00Z\tNA\tnull

        """)
  }

  @Test func topSongsByProfileStandInTheContractsColumns() async throws {
    let audience = try #require(try await SampleReport.withProfiles().audience)
    let lines = text(TSVTables.topSongsByProfile(audience)).split(separator: "\n")
    #expect(lines.count == 13)
    #expect(
      lines.prefix(6) == [
        "song_rank\tattribute\tstatus\tvalue\tlistener_count\tplay_count",
        "1\tcountry\tknown\tPer\u{FA}\t1\t2", "1\tage_band\tknown\t25-34\t1\t2",
        "1\tgender\tknown\tf\t1\t2", "1\tsign_up_year\tknown\t2006\t1\t2",
        "2\tcountry\tno_profile\t\t1\t1",
      ])
  }

  @Test func withoutRowsTheHeaderStays() throws {
    let report = SampleReport.withoutSessions()
    for table in [
      TSVTables.topSongs(report), TSVTables.topSessions(report), try sessionTracks(report),
    ] {
      #expect(table.count { $0 == 0x0A } == 1)
      #expect(table.last == 0x0A)
    }
  }

  @Test func namesKeepTheirBytes() {
    var table = TSVTable(["a", "b"])
    table.append(Text(utf8: [0xFF, 0x0D, 0x22]), -1)
    #expect(table.bytes == Array("a\tb\n".utf8) + [0xFF, 0x0D, 0x22, 0x09, 0x2D, 0x31, 0x0A])
  }

  private func sessionTracks(_ report: AnalysisReport) throws -> [UInt8] {
    let tracks = report.ranking.tracks
    return try SessionTracksTable.pieces(of: tracks).flatMap {
      try SessionTracksTable(tracks, $0).bytes
    }
  }

  private func text(_ table: [UInt8]) -> String {
    String(decoding: table, as: UTF8.self)
  }
}

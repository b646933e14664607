import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct AnalysisReportTests {
  @Test func sessionsKeepTheirOrderAndGetTheirRank() {
    var listens = RankedListens()
    listens.add("v", tracks: ["x", "y"])
    listens.add("u", tracks: ["x"])
    let report = listens.report()
    #expect(report.topSessions.map(\.rank) == [1, 2])
    #expect(report.topSessions.map(\.session.userID) == ["v", "u"])
    #expect(report.inputs == [InputSummary(path: "in.tsv", byteCount: 9)])
  }

  @Test func tracksStandByTimeThenArtistThenTrack() throws {
    var listens = RankedListens()
    listens.add(
      "u",
      [
        (7, "b", "a", "", ""), (7, "a", "z", "", ""), (7, "a", "b", "", ""), (3, "z", "z", "", ""),
      ])
    let report = listens.report()
    let tracks = try NamedTrack.bySession(of: report.ranking)[0]
    #expect(tracks.map(\.song.trackName) == ["z", "b", "z", "a"])
    #expect(tracks.map(\.listenedAt.secondsSinceEpoch) == [3, 7, 7, 7])
  }

  @Test func distinctSongsAreCounted() {
    var listens = RankedListens()
    listens.add("u", tracks: ["x", "y", "x"])
    #expect(listens.report().topSessions.map(\.distinctSongs) == [2])
  }

  @Test func asManySongsAsAskedForAreGiven() {
    var listens = RankedListens()
    listens.add("u", tracks: ["x", "y", "z", "y"])
    let report = listens.report(AnalysisSettings(topSongs: 2))
    #expect(report.topSongs.map(\.song.trackName) == ["y", "x"])
  }

  @Test func theStandardQuestionIsThePublishedOne() {
    let settings = AnalysisSettings()
    #expect(settings.gap.seconds == 1200)
    #expect(settings.topSessions == 50 && settings.topSongs == 10)
    #expect(settings.rankSessionsBy == .tracks)
  }

  @Test func executionTellsTheStagesInOrder() {
    let execution = Execution(
      engine: "e", threads: 2,
      stages: [.init(name: "scan", seconds: 1.5), .init(name: "rank", seconds: 0.5)],
      peakMemoryBytes: 10)
    #expect(execution.stages.map(\.name) == ["scan", "rank"])
    #expect(execution.stages.map(\.seconds) == [1.5, 0.5])
    #expect(execution.engine == "e" && execution.threads == 2 && execution.peakMemoryBytes == 10)
  }
}

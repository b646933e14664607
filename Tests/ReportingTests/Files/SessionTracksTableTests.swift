import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import Reporting

struct SessionTracksTableTests {
  @Test(arguments: UInt64(0)..<20)
  func partsCoverTheSessionsOnceAndAreNeitherLongNorMany(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let counts = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
      generator.pick([1, 100, 5000, 20_000])
    }
    let report = Self.report(counts)
    let parts = SessionTracksTable.parts(of: report.topSessions)
    #expect(parts.flatMap { Array($0) } == Array(counts.indices), "seed \(seed)")
    for part in parts.dropLast() {
      #expect(counts[part].reduce(0, +) >= 1 << 13, "seed \(seed)")
      #expect(counts[part.dropLast()].reduce(0, +) < 1 << 13, "seed \(seed)")
    }
  }

  @Test func withoutSessionsThereIsOnePartWithTheHeader() {
    let report = Self.report([])
    #expect(SessionTracksTable.parts(of: report.topSessions) == [0..<0])
    let text = String(decoding: SessionTracksTable(report, 0..<0).bytes, as: UTF8.self)
    #expect(text == "session_rank\tposition\tlistened_at\tartist_name\ttrack_name\n")
  }

  @Test func theHeaderIsInTheFirstPartOnly() {
    let report = Self.report([9000, 9000])
    let text = SessionTracksTable.parts(of: report.topSessions).map {
      String(decoding: SessionTracksTable(report, $0).bytes, as: UTF8.self)
    }
    #expect(text.map { $0.hasPrefix("session_rank") } == [true, false])
    #expect(text[1].hasPrefix("2\t1\t1970-01-01T00:00:00Z\ta\tt\n2\t2\t"))
  }

  /// A report of sessions with so many listens of one song.
  private static func report(_ counts: [Int]) -> AnalysisReport {
    var names = NameEncoder()
    let sessions = counts.map { count in
      let items = (0..<count).map { second in
        names.encode(
          Listen(
            userID: "u", listenedAt: Instant(secondsSinceEpoch: UInt32(second)),
            song: Song(artistName: "a", trackName: "t")))
      }
      return SessionListens(
        session: ListeningSession(
          userID: "u", startedAt: Instant(secondsSinceEpoch: 0),
          endedAt: Instant(secondsSinceEpoch: UInt32(count - 1)), trackCount: count),
        items: items)
    }
    return AnalysisReport(
      settings: AnalysisSettings(), inputs: [], counts: RowCounts(), sessions: sessions,
      names: names.table,
      execution: Execution(engine: "sample", threads: 2, stages: [], peakMemoryBytes: nil))
  }
}

import ListeningSessions
import ListeningSessionsTestSupport
import NativeEngine
import Testing

/// What must hold for every history, whatever the reference says.
struct SessionPropertiesTests {
  @Test(arguments: UInt64(1000)..<1040)
  func sessionsPartitionTheListens(seed: UInt64) async throws {
    let report = try await report(seed: seed)
    let counts = report.counts
    #expect(counts.rows == counts.listens + counts.duplicates + counts.rejects)
    #expect(counts.sessions == report.topSessions.count)
    #expect(counts.users == Set(report.topSessions.map(\.session.userID)).count)
    #expect(counts.listens == report.topSessions.map(\.session.trackCount).reduce(0, +))
    #expect(counts.listens == report.topSongs.map(\.playCount).reduce(0, +))
    let listens = zip(report.topSessions, try NamedTrack.bySession(of: report.ranking)).flatMap {
      ranked, tracks in
      tracks.map { track in
        Listen(
          userID: ranked.session.userID, listenedAt: track.listenedAt, song: track.song
        ).identity
      }
    }
    #expect(Set(listens).count == counts.listens, "seed \(seed): a listen is in two sessions")
  }

  @Test(arguments: UInt64(1000)..<1040)
  func sessionsBeginAndEndWithAListenAndHaveNoPauseLongerThanTheGap(seed: UInt64) async throws {
    let report = try await report(seed: seed)
    for (ranked, tracks) in zip(report.topSessions, try NamedTrack.bySession(of: report.ranking)) {
      let instants = tracks.map(\.listenedAt)
      let pauses = zip(instants.dropFirst(), instants).map { $0.seconds(since: $1) }
      #expect(ranked.session.trackCount == instants.count, "seed \(seed)")
      #expect(ranked.session.startedAt == instants.first, "seed \(seed)")
      #expect(ranked.session.endedAt == instants.last, "seed \(seed)")
      #expect(pauses.allSatisfy { $0 >= 0 && $0 <= report.settings.gap.seconds }, "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(1000)..<1040)
  func betweenTheSessionsOfAUserLiesMoreThanTheGap(seed: UInt64) async throws {
    let report = try await report(seed: seed)
    for sessions in Dictionary(grouping: report.topSessions, by: \.session.userID).values {
      let inOrder = sessions.map(\.session).sorted { $0.startedAt < $1.startedAt }
      for (earlier, later) in zip(inOrder, inOrder.dropFirst()) {
        let pause = later.startedAt.seconds(since: earlier.endedAt)
        #expect(pause > report.settings.gap.seconds, "seed \(seed)")
      }
    }
  }

  @Test(arguments: UInt64(1000)..<1020)
  func theNumberOfSessionsNeverRisesWithTheGap(seed: UInt64) async throws {
    let directory = try TemporaryDirectory()
    let history = RandomHistory(seed: seed)
    let files = try history.write(to: directory)
    let gap = history.gap.seconds
    var counts: [RowCounts] = []
    for seconds in [1, gap - 1, gap, gap + 1, 2 * gap, 86_400, Int.max] where seconds > 0 {
      let settings = AnalysisSettings(gap: SessionGap(seconds: seconds))
      counts.append(try await NativeEngine().answer(files, settings).report.counts)
    }
    let sessions = counts.dropFirst().map(\.sessions)
    #expect(sessions == sessions.sorted(by: >), "seed \(seed)")
    #expect(counts.last?.sessions == counts.last?.users, "seed \(seed)")
    #expect(Set(counts.map(\.listens)).count == 1, "seed \(seed)")
  }

  private func report(seed: UInt64) async throws -> AnalysisReport {
    let directory = try TemporaryDirectory()
    let history = RandomHistory(seed: seed)
    return try await NativeEngine.with(threads: 2, blockSize: 1000)
      .answer(history.write(to: directory), history.settings).report
  }
}

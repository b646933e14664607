public import ListeningSessions

/// Where two reports differ, in words; how they were computed is left out.
public enum ReportDifferences {
  /// One sentence for each difference; none when the reports answer alike.
  public static func between(_ report: AnalysisReport, and expected: AnalysisReport) -> [String] {
    [
      difference("settings", report.settings, expected.settings),
      difference("inputs", report.inputs, expected.inputs),
      difference("counts", report.counts, expected.counts),
      firstDifference("top songs", report.topSongs, expected.topSongs),
      firstDifference("top sessions", sessions(of: report), sessions(of: expected)),
    ].compactMap { $0 }
  }

  static func difference<Value: Equatable>(
    _ name: String, _ value: Value, _ expected: Value
  ) -> String? {
    value == expected ? nil : "\(name): \(value), expected \(expected)"
  }

  static func firstDifference<Value: Equatable>(
    _ name: String, _ values: [Value], _ expected: [Value]
  ) -> String? {
    if let index = zip(values, expected).enumerated().first(where: { $1.0 != $1.1 })?.offset {
      return "\(name)[\(index)]: \(values[index]), expected \(expected[index])"
    }
    return difference("number of \(name)", values.count, expected.count)
  }

  /// The ranked sessions by names: the numbers of songs may differ between engines.
  private static func sessions(of report: AnalysisReport) -> [NamedSession] {
    report.topSessions.map { ranked in
      NamedSession(
        rank: ranked.rank, session: ranked.session, distinctSongs: ranked.distinctSongs,
        tracks: ranked.tracks.map { .init(listenedAt: $0.listenedAt, song: report.songs[$0.song]) })
    }
  }

  private struct NamedSession: Equatable {
    struct Track: Equatable {
      let listenedAt: Instant
      let song: Song
    }

    let rank: Int
    let session: ListeningSession
    let distinctSongs: Int
    let tracks: [Track]
  }
}

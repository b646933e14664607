public import ListeningSessions

/// The answer for people: the top songs as a table, and what the history held.
public enum ReportSummary {
  /// The text, several lines, with a line feed at the end.
  public static func text(of report: AnalysisReport) -> String {
    var table = TextTable([
      ("#", .right), ("plays", .right), ("sessions", .right), ("listeners", .right),
      ("track", .left), ("artist", .left),
    ])
    for song in report.topSongs {
      table.append([
        String(song.rank), grouped(song.playCount), grouped(song.sessionCount),
        grouped(song.listenerCount), song.song.trackName.description,
        song.song.artistName.description,
      ])
    }
    let lines = [title(of: report), ""] + table.lines + ["", totals(of: report.counts)]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the history held, on one line with a line feed at the end.
  public static func counts(of report: AnalysisReport) -> String {
    totals(of: report.counts) + "\n"
  }

  private static func title(of report: AnalysisReport) -> String {
    let sessions = report.topSessions
    guard let first = sessions.first, let last = sessions.last else { return "No sessions" }
    return "Top \(report.topSongs.count) songs of the \(sessions.count) longest sessions "
      + "(\(grouped(first.session.trackCount)) to \(grouped(last.session.trackCount)) tracks)"
  }

  private static func totals(of counts: RowCounts) -> String {
    "\(grouped(counts.rows)) rows: \(grouped(counts.listens)) listens, "
      + "\(grouped(counts.duplicates)) duplicates, \(grouped(counts.rejects)) rejected; "
      + "\(grouped(counts.users)) users, \(grouped(counts.sessions)) sessions"
  }

  /// A number with a comma every three digits.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return String(
      digits.indices.flatMap { index in
        index > 0 && (digits.count - index) % 3 == 0 ? [",", digits[index]] : [digits[index]]
      })
  }
}

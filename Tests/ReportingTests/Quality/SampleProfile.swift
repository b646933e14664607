import ListeningSessions

/// A profile with exact and approximate figures.
enum SampleProfile {
  static func make() -> HistoryProfile {
    HistoryProfile(
      columns: [
        column(.userID, distinct: 1, top: [("user_000005", 4)]),
        column(.timestamp, distinct: 100_000, isExact: false),
        column(.artistName, distinct: 3, top: [("\"q\" \\ {2}", 3), ("NA", 1)], undercount: 2),
        column(.trackName, distinct: 3, top: [("Jolene", 64)], countedEvery: 16),
      ],
      timeRange: Instant(secondsSinceEpoch: 0)...Instant(secondsSinceEpoch: 1_139_766_571),
      listensPerYear: [2006: 3, 1970: 1], listensPerUser: Quantiles(of: [1, 2, 3, 40]))
  }

  private static func column(
    _ column: ListenColumn, distinct: Int, isExact: Bool = true, top: [(Text, Int)] = [],
    undercount: Int = 0, countedEvery: Int = 1
  ) -> ColumnProfile {
    var lengths = LengthSummary()
    lengths.observe(1)
    lengths.observe(4)
    return ColumnProfile(
      column: column, rows: 4, blank: 1, distinct: distinct, isDistinctExact: isExact,
      lengths: lengths, topValues: top.map { .init(text: $0.0, count: $0.1) },
      undercount: undercount, countedEvery: countedEvery)
  }
}

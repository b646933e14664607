import ListeningSessions

/// Puts the profile of a history together.
struct ProfileAssembly {
  private static let topValues = 10

  let scan: InputScan
  let users: UserDirectory
  let inputs: InputSet
  let countedEvery: Int

  func profile(_ userQuality: UserQuality) throws -> HistoryProfile {
    HistoryProfile(
      columns: [
        userColumn(),
        try column(.timestamp, 1) { $0.timestamps },
        try column(.artistMBID, 2) { $0.artists.mbids },
        try column(.artistName, 3) { $0.artists.names },
        try column(.trackMBID, 4) { $0.tracks.mbids },
        try column(.trackName, 5) { $0.tracks.names },
      ],
      timeRange: userQuality.years.timeRange, listensPerYear: userQuality.years.listens,
      listensPerUser: Quantiles(of: userQuality.listensPerUser))
  }

  private func column(
    _ column: ListenColumn, _ field: Int, _ sketch: (borrowing QualityScan) -> ColumnSketch
  ) throws -> ColumnProfile {
    var merged = ColumnSketch()
    for part in scan.parts {
      if let part = part.scanner.withQuality(sketch) { merged.merge(part) }
    }
    var reader = RowReader(inputs)
    let top = try merged.frequent.top(Self.topValues).map { entry in
      let text = try reader.withLine(at: entry.position) { ListenLine.readableFields(of: $0) }
      return ColumnProfile.Value(text: text?[field] ?? "", count: entry.count)
    }
    return ColumnProfile(
      column: column, rows: merged.rows, blank: merged.blank, distinct: merged.distinct.count,
      isDistinctExact: false, lengths: merged.lengths, topValues: top,
      undercount: merged.frequent.undercount, countedEvery: countedEvery)
  }

  /// The users are known one by one, so their column is exact.
  private func userColumn() -> ColumnProfile {
    var lengths = LengthSummary()
    var rows = 0
    var blank = 0
    var top = FrequentUsers(limit: Self.topValues)
    for part in scan.parts {
      blank += part.scanner.rowsWithoutUser.count
      rows += part.scanner.rowsWithoutUser.count
      lengths.merge(part.scanner.rowsWithoutUser)
    }
    for user in users.ids.indices {
      let count = scan.parts.indices.reduce(0) { sum, worker in
        guard let number = users.number(of: user, in: worker) else { return sum }
        return sum + scan.parts[worker].scanner.rowCount(of: number)
      }
      guard count > 0 else { continue }
      rows += count
      lengths.observe(users.ids[user].count, times: count)
      top.insert(Text(utf8: users.ids[user]), count)
    }
    return ColumnProfile(
      column: .userID, rows: rows, blank: blank, distinct: top.seen, isDistinctExact: true,
      lengths: lengths, topValues: top.values, undercount: 0)
  }

  /// The users with most rows; of equals the first by id.
  private struct FrequentUsers {
    let limit: Int
    private(set) var seen = 0
    private(set) var values: [ColumnProfile.Value] = []

    mutating func insert(_ user: Text, _ count: Int) {
      seen += 1
      let index = values.firstIndex { $0.count < count } ?? values.count
      guard index < limit else { return }
      values.insert(ColumnProfile.Value(text: user, count: count), at: index)
      if values.count > limit { values.removeLast() }
    }

    init(limit: Int) {
      self.limit = limit
    }
  }
}

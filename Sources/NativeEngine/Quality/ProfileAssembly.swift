import ListeningSessions

/// Puts the profile of a history together.
struct ProfileAssembly {
  private static let topValues = 10

  let scan: InputScan
  let inputs: InputSet
  let countedEvery: Int

  func profile(_ userQuality: UserQuality) throws -> HistoryProfile {
    HistoryProfile(
      columns: [
        userColumn(userQuality.column),
        try column(.timestamp, 1) { $0.timestamps },
        try column(.artistMBID, 2) { $0.artists.mbids },
        try column(.artistName, 3) { $0.artists.names },
        try column(.trackMBID, 4) { $0.tracks.mbids },
        try column(.trackName, 5) { $0.tracks.names },
      ],
      timeRange: userQuality.years.timeRange, listensPerYear: userQuality.years.listens,
      listensPerUser: Quantiles(ofTimes: userQuality.usersByListens))
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

  private func userColumn(_ column: UserColumn) -> ColumnProfile {
    var rowsWithoutUser = LengthSummary()
    for part in scan.parts { rowsWithoutUser.merge(part.scanner.rowsWithoutUser) }
    return column.profile(rowsWithoutUser: rowsWithoutUser)
  }
}

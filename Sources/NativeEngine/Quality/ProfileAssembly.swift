import ListeningSessions

/// Puts the profile of a history together.
struct ProfileAssembly {
  private static let topValues = 10

  /// A column whose frequent values are known by rows that hold them.
  private struct Column {
    let column: ListenColumn
    /// Number of its field in a row.
    let field: Int
    let sketch: ColumnSketch
    let top: [FrequentValues.Entry]
  }

  private let scan: InputScan
  private let countedEvery: Int
  private let columns: [Column]

  /// Merges what the workers learned.
  init(scan: InputScan, countedEvery: Int) {
    self.scan = scan
    self.countedEvery = countedEvery
    columns = [
      Self.column(.timestamp, 1, of: scan) { $0.timestamps },
      Self.column(.artistMBID, 2, of: scan) { $0.artists.mbids },
      Self.column(.artistName, 3, of: scan) { $0.artists.names },
      Self.column(.trackMBID, 4, of: scan) { $0.tracks.mbids },
      Self.column(.trackName, 5, of: scan) { $0.tracks.names },
    ]
  }

  /// Positions of the rows that `profile` reads again.
  var positions: [Int] { columns.flatMap { $0.top.map(\.position) } }

  /// The profile, with the frequent values read from the inputs.
  func profile(_ userQuality: UserQuality, from inputs: InputSet) throws -> HistoryProfile {
    var reader = RowReader(inputs)
    return HistoryProfile(
      columns: try [userColumn(userQuality.column)] + columns.map { try profile(of: $0, &reader) },
      timeRange: userQuality.years.timeRange, listensPerYear: userQuality.years.listens,
      listensPerUser: Quantiles(ofTimes: userQuality.usersByListens))
  }

  private static func column(
    _ column: ListenColumn, _ field: Int, of scan: InputScan,
    _ sketch: (borrowing QualityScan) -> ColumnSketch
  ) -> Column {
    var merged = ColumnSketch()
    for part in scan.parts {
      if let part = part.scanner.withQuality(sketch) { merged.merge(part) }
    }
    return Column(
      column: column, field: field, sketch: merged, top: merged.frequent.top(topValues))
  }

  private func profile(of column: Column, _ reader: inout RowReader) throws -> ColumnProfile {
    let sketch = column.sketch
    let top = try column.top.map { entry in
      let text = try reader.withLine(at: entry.position) { ListenLine.readableFields(of: $0) }
      return ColumnProfile.Value(text: text?[column.field] ?? "", count: entry.count)
    }
    return ColumnProfile(
      column: column.column, rows: sketch.rows, blank: sketch.blank,
      distinct: sketch.distinct.count, isDistinctExact: false, lengths: sketch.lengths,
      topValues: top, undercount: sketch.frequent.undercount, countedEvery: countedEvery)
  }

  private func userColumn(_ column: UserColumn) -> ColumnProfile {
    var rowsWithoutUser = LengthSummary()
    for part in scan.parts { rowsWithoutUser.merge(part.scanner.rowsWithoutUser) }
    return column.profile(rowsWithoutUser: rowsWithoutUser)
  }
}

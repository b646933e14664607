import ListeningSessions

/// Puts the profile of a history together.
struct ProfileAssembly {
  private static let topValues = 10

  /// A column whose frequent values are known by rows that hold them.
  private struct Column: Sendable {
    let column: ListenColumn
    /// Number of its field in a row.
    let field: Int
    let sketch: ColumnSketch
    let top: [FrequentValues.Entry]
  }

  private let scan: InputScan
  private let countedEvery: Int
  private let columns: [Column]

  /// Merges what the workers learned, each column for itself.
  init(scan: InputScan, countedEvery: Int, threads: Int) throws {
    self.scan = scan
    self.countedEvery = countedEvery
    let sources = Self.sources
    columns = try Workers.run(threads, items: sources.count) { next in
      var columns: [Column] = []
      while let number = next() { columns.append(Self.column(sources[number], of: scan)) }
      return columns
    }.flatMap { $0 }.sorted { $0.field < $1.field }
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

  /// Where a column's sketch is, by the number of its field.
  private struct Source: Sendable {
    let column: ListenColumn
    let field: Int
    let sketch: @Sendable (borrowing QualityScan) -> ColumnSketch
  }

  private static let sources = [
    Source(column: .timestamp, field: 1) { $0.timestamps },
    Source(column: .artistMBID, field: 2) { $0.artists.mbids },
    Source(column: .artistName, field: 3) { $0.artists.names },
    Source(column: .trackMBID, field: 4) { $0.tracks.mbids },
    Source(column: .trackName, field: 5) { $0.tracks.names },
  ]

  private static func column(_ source: Source, of scan: InputScan) -> Column {
    let parts = scan.parts.compactMap { $0.scanner.withQuality(source.sketch) }
    // Nothing is put into an empty sketch that is a sketch already.
    var merged = parts.first ?? ColumnSketch()
    for part in parts.dropFirst() { merged.merge(part) }
    return Column(
      column: source.column, field: source.field, sketch: merged,
      top: merged.frequent.top(topValues))
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

/// Where and how the cluster itself writes the large tables, instead of sending them here.
public struct ClusterOutput: Hashable, Sendable {
  /// The form of the files.
  public enum Format: String, CaseIterable, Sendable {
    /// The lines of the tables that this machine writes, without their header.
    case tsv
    /// Columns of the same names, with numbers as numbers and times as times.
    case parquet
  }

  /// The directory, as a URL that all workers can write to.
  public let location: String
  public let format: Format
  /// Most rejected rows that are written; nil: all.
  public let rejectLimit: Int?
  /// Whether all sessions are written too.
  public let listsSessions: Bool

  public init(
    _ location: String, format: Format, rejectLimit: Int? = nil, listsSessions: Bool = false
  ) {
    self.location = location
    self.format = format
    self.rejectLimit = rejectLimit
    self.listsSessions = listsSessions
  }

  /// Where a table is written: a directory of its own.
  ///
  /// - Parameter table: its name, such as `rejected`.
  /// - Returns: the URL.
  public func location(of table: String) -> String {
    "\(location)\(location.hasSuffix("/") ? "" : "/")\(table).\(format.rawValue)"
  }

  /// The statement that writes a table in place of an earlier one.
  func statement(_ table: ClusterTable) -> String {
    let path = SQL.quoted(location(of: table.name))
    let limit = table.limit.map { "\nLIMIT \($0)" } ?? ""
    return """
      INSERT OVERWRITE DIRECTORY \(path) USING \(format == .tsv ? "text" : "parquet")
      SELECT \(columns(of: table))
      FROM (\(table.relation))
      ORDER BY \(table.order)\(limit)
      """
  }

  /// Text is put together by hand, because Spark's writer of CSV trims and quotes.
  private func columns(of table: ClusterTable) -> String {
    switch format {
    case .tsv: "concat_ws('\\t', \(table.columns.map(\.text).joined(separator: ", "))) AS value"
    case .parquet: table.columns.map { "\($0.value) AS \($0.name)" }.joined(separator: ", ")
    }
  }
}

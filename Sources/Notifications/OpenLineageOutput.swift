/// A file that a run wrote.
public struct OpenLineageOutput: Hashable, Sendable {
  /// As the user named it; relative to the working directory or absolute.
  public let path: String
  /// Rows without the header; nil where the file has none.
  public let rowCount: Int?
  public let byteCount: Int?

  public init(path: String, rowCount: Int?, byteCount: Int?) {
    self.path = path
    self.rowCount = rowCount
    self.byteCount = byteCount
  }
}

import FoundationEssentials
public import ListeningSessions

/// The checkpoints of a cache, for people and for programs.
public struct CheckpointList: Sendable {
  /// One checkpoint.
  public struct Row: Encodable, Sendable {
    let name: String
    let stage: String
    let bytes: Int
    let lastUsed: String
    @Nullable var key: String?
    @Nullable var problem: String?

    /// Takes what is known of a file.
    ///
    /// - Parameters:
    ///   - name: of the file.
    ///   - stage: whose result it is.
    ///   - byteCount: its size.
    ///   - lastUsed: when a run wrote or read it.
    ///   - key: what it is of; nil if it is not believed.
    ///   - problem: why it is not believed; nil if it is.
    public init(
      name: String, stage: String, byteCount: Int, lastUsed: Instant, key: String?,
      problem: String?
    ) {
      self.name = name
      self.stage = stage
      bytes = byteCount
      self.lastUsed = lastUsed.description
      self.key = key
      self.problem = problem
    }
  }

  private let rows: [Row]

  /// Keeps the order of the rows.
  public init(_ rows: [Row]) {
    self.rows = rows
  }

  /// A table, one line a checkpoint, and their sum.
  public var text: String {
    if rows.isEmpty { return total + "\n" }
    var table = TextTable([
      ("last used", .left), ("stage", .left), ("size", .right), ("file", .left),
      ("problem", .left),
    ])
    for row in rows {
      table.append([
        row.lastUsed, row.stage, ReadableNumber.bytes(row.bytes), row.name, row.problem ?? "",
      ])
    }
    return (table.lines + ["", total]).joined(separator: "\n") + "\n"
  }

  /// How many there are, and how large they are together.
  public var total: String {
    let bytes = ReadableNumber.bytes(rows.reduce(0) { $0 + $1.bytes })
    return "\(rows.count) \(rows.count == 1 ? "checkpoint" : "checkpoints"), \(bytes)"
  }

  /// An array of objects.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return try [UInt8](encoder.encode(rows)) + [0x0A]
  }
}

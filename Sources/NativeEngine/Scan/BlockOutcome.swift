/// What one block held: its lines, and its rejects among those of its worker.
struct BlockOutcome: Sendable {
  /// Number of the block among all.
  let block: Int
  /// Physical lines that start in the block.
  let lineCount: Int
  /// Lines that are neither blank nor a header.
  let rowCount: Int
  let blankLineCount: Int
  let rejects: Range<Int>
  /// Of the block's own bytes, 0 if nobody asked for it.
  let checksum: UInt64
}

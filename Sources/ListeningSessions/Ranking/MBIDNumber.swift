/// Where the ids of a listen are in a `NameTable`.
public struct MBIDNumber: Hashable, Sendable, BitwiseCopyable {
  /// Index into `NameTable.mbids`.
  let part: UInt32
  /// Number in that column.
  let row: UInt32

  public init(part: Int, row: Int) {
    self.part = UInt32(part)
    self.row = UInt32(row)
  }
}

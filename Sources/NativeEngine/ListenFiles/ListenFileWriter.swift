import ListeningSessions

/// Writes a file of listens: many workers, each its own users, in any order.
final class ListenFileWriter: Sendable {
  private let writer: CheckpointWriter
  private let seconds: Range<Int>
  private let rows: Range<Int>
  private let blocks: BlockWriter

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - writer: the new file.
  ///   - capacity: rows of the scan; where duplicates are left out, their places stay empty.
  init(_ writer: CheckpointWriter, capacity: Int) {
    self.writer = writer
    blocks = BlockWriter(writer)
    let secondsSize = capacity * ListenFile.secondsSize
    let rowsSize = capacity * ListenFile.rowSize
    let secondsStart = writer.reserve(secondsSize)
    let rowsStart = writer.reserve(rowsSize)
    seconds = secondsStart..<secondsStart + secondsSize
    rows = rowsStart..<rowsStart + rowsSize
  }

  /// Writes listens at their place in both columns.
  func write(
    seconds values: UnsafeBufferPointer<UInt32>, rows rowValues: UnsafeBufferPointer<UInt64>,
    at first: Int
  ) throws {
    try unsafe writer.write(
      UnsafeRawBufferPointer(values), at: seconds.lowerBound + first * ListenFile.secondsSize)
    try unsafe writer.write(
      UnsafeRawBufferPointer(rowValues), at: rows.lowerBound + first * ListenFile.rowSize)
  }

  /// Reads back listens that were written.
  func read(
    _ listens: Range<Int>, seconds values: UnsafeMutableBufferPointer<UInt32>,
    rows rowValues: UnsafeMutableBufferPointer<UInt64>
  ) throws {
    try unsafe writer.read(
      into: UnsafeMutableRawBufferPointer(values),
      at: seconds.lowerBound + listens.lowerBound * ListenFile.secondsSize)
    try unsafe writer.read(
      into: UnsafeMutableRawBufferPointer(rowValues),
      at: rows.lowerBound + listens.lowerBound * ListenFile.rowSize)
  }

  /// Positions of the rows of listens that were written.
  func positions(of listens: Range<Int>) throws -> [Int] {
    let rows = unsafe try [UInt64](unsafeUninitializedCapacity: listens.count) { buffer, count in
      try unsafe writer.read(
        into: UnsafeMutableRawBufferPointer(buffer),
        at: self.rows.lowerBound + listens.lowerBound * ListenFile.rowSize)
      count = listens.count
    }
    return rows.map { ListenRecord(seconds: 0, row: $0).position }
  }

  /// Writes a block of users, those with listens, in order of their ids.
  func write(_ users: [ListenOwner], as number: BlockNumber) throws {
    var packed = PackedBytes()
    for user in users {
      guard let entry = user.entry else { continue }
      packed.append(owner: user.id, entry)
    }
    try blocks.write(packed.bytes, as: number)
  }

  /// Writes rejects beside the listens.
  func write(_ rejects: RejectList, count: Int) throws {
    try KeptRejects.write(rejects, count: count, to: writer)
  }

  /// Makes the file one that others find, with more sections, and opens it.
  func publish(_ sections: [(name: String, bytes: [UInt8])] = []) throws -> CheckpointReader {
    writer.addSection("seconds", seconds, checksum: nil)
    writer.addSection("rows", rows, checksum: nil)
    try writer.append(section: "blocks", blocks.index.packed)
    for section in sections { try writer.append(section: section.name, section.bytes) }
    return try writer.publish()
  }
}

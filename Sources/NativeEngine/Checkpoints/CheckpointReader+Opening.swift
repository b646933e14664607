extension CheckpointReader {
  /// Opens the checkpoint at `path`; nil if there is none.
  ///
  /// - Returns: the checkpoint and what it is of.
  static func open(
    _ path: String
  ) throws(CheckpointProblem) -> (reader: CheckpointReader, key: CheckpointKey)? {
    guard let descriptor = SystemCalls.openForReading(path, waiting: false) else {
      if SystemCalls.isMissing(SystemCalls.lastError) { return nil }
      throw .unreadable(SystemCalls.message(of: SystemCalls.lastError))
    }
    let file = CheckpointFile("the checkpoint \(path)", descriptor: descriptor)
    guard let status = file.status, status.isRegularFile else { throw .foreign }
    let header = try CheckpointHeader(
      file.bytes(0..<CheckpointHeader.byteCount), fileByteCount: status.byteCount)
    let bytes = try file.bytes(header.table)
    guard Checksum.of(bytes) == header.tableChecksum,
      let table = try? CheckpointTable(bytes, sectionsBefore: header.fileByteCount)
    else { throw .damaged("table") }
    let reader = CheckpointReader(
      file, sections: table.sections, byteCount: header.fileByteCount)
    return (reader, table.key)
  }
}

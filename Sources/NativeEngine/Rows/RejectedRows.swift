import ListeningSessions

/// Writes the rejected rows in input order, with line numbers and their raw text.
enum RejectedRows {
  private static let batchSize = 1024

  /// Reads each reject again and hands them on in batches.
  static func write(
    _ rejects: RejectList, of inputs: InputSet, to sink: any RejectSink
  ) throws {
    var reader = RowReader(inputs)
    var batch: [RejectedRow] = []
    try rejects.forEach { reject in
      let (file, offset) = inputs.locate(reject.position)
      batch.append(
        RejectedRow(
          inputPath: inputs.files[file].path, lineNumber: reject.lineNumber, byteOffset: offset,
          reason: reject.reason,
          rawLine: try reader.withLine(at: reject.position) { line in
            line.indices.map { line[$0] }
          }))
      if batch.count == batchSize {
        try sink.write(batch)
        batch = []
      }
    }
    if !batch.isEmpty { try sink.write(batch) }
  }
}

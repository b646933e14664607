#if Spark
  import ArrowStream
  import SparkConnectProtos

  /// Puts the parts of a batch together again, which the server cuts when it is large.
  struct BatchChunks {
    private var bytes: [UInt8] = []
    private var next: Int64 = 0

    /// Takes the next part.
    ///
    /// - Parameter part: what has arrived.
    /// - Returns: the batch, if it was the last part of it.
    /// - Throws: `SparkError` of kind `answer` for a part out of turn or a batch without sense.
    mutating func take(
      _ part: Spark_Connect_ExecutePlanResponse.ArrowBatch
    ) throws -> ArrowTable? {
      let count = part.hasNumChunksInBatch ? part.numChunksInBatch : 1
      let index = part.hasChunkIndex ? part.chunkIndex : 0
      guard index == next, index < count else {
        throw SparkError(.answer, "part \(index) of \(count) of a batch arrived out of turn")
      }
      bytes += part.data
      next += 1
      guard next == count else { return nil }
      defer {
        bytes = []
        next = 0
      }
      return try table(rows: part.rowCount)
    }

    private func table(rows: Int64) throws -> ArrowTable {
      do {
        let table = try ArrowTable(stream: bytes)
        guard table.rowCount == Int(rows) else {
          throw SparkError(.answer, "a batch of \(rows) rows arrived with \(table.rowCount)")
        }
        return table
      } catch let error as ArrowStreamError {
        throw SparkError(.answer, "a result cannot be read: \(error)")
      }
    }
  }
#endif

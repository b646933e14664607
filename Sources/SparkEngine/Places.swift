#if Spark
  import ArrowStream
  import ListeningSessions
  import SparkConnect

  /// Finds where rejects and samples stand, and hands the rejects on.
  struct Places {
    /// Places by position.
    struct Found {
      fileprivate(set) var samples: [Int: RuleResult.Sample] = [:]

      /// The place of a row that was asked for.
      func sample(_ position: Int) throws -> RuleResult.Sample {
        guard let sample = samples[position] else {
          throw ArrowStreamError.malformed("the place of a sample is missing")
        }
        return sample
      }
    }

    let lines: LineMap
    let session: SparkSession

    /// Asks for the places of all samples and rejects in one query.
    func find(
      samples findings: QualityFindings?, rejects: Int, to sink: any RejectSink
    ) async throws -> Found {
      let positions = Set(findings?.tallies.values.flatMap(\.samples) ?? [])
      var found = Found()
      guard rejects > 0 || !positions.isEmpty else { return found }
      let query = PlacesQuery(
        rejects: rejects, positions: positions.sorted(), headers: lines.headers)
      try await session.stream(query.sql) { batch in
        var rejected: [RejectedRow] = []
        for row in 0..<batch.rowCount {
          let place = try self.place(batch, row)
          if positions.contains(place.position) { found.samples[place.position] = place.sample }
          if rejects > 0, let reject = place.reject { rejected.append(reject) }
        }
        if !rejected.isEmpty { try sink.write(rejected) }
      }
      return found
    }

    private func place(
      _ batch: ArrowTable, _ row: Int
    ) throws -> (position: Int, sample: RuleResult.Sample, reject: RejectedRow?) {
      let position = try batch.int("pos", row)
      let input = lines.order.inputs[lines.order.input(at: position)]
      let number = lines.lineNumber(at: position)
      let offset = lines.byteOffset(at: position, afterLines: try batch.int("offset", row))
      let reason = try batch.int("reason", row)
      let sample = RuleResult.Sample(
        inputPath: input.path, lineNumber: number, byteOffset: offset,
        userID: try batch.text("user", row))
      guard reason > 0 else { return (position, sample, nil) }
      return (
        position, sample,
        RejectedRow(
          inputPath: input.path, lineNumber: number, byteOffset: offset,
          reason: RejectReason.allCases[reason - 1], rawLine: try batch.bytes("raw", row))
      )
    }
  }
#endif

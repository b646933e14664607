import FoundationEssentials
import ListeningSessions

/// What a checkpoint of the first stage keeps beside the listens, as JSON.
struct ListenState: Codable {
  let counts: RowCounts
  let findings: QualityFindings?
  /// Of each input: `InputContentHash`.
  let contentHashes: [UInt64]
  let blockSize: Int
  /// Bytes of each input, unpacked.
  let byteCounts: [Int]

  var json: [UInt8] {
    get throws { try [UInt8](JSONEncoder().encode(self)) }
  }

  init(_ stage: ListenStage, _ hashes: [InputContentHash]) {
    counts = stage.counts
    findings = stage.findings
    contentHashes = hashes.map(\.value)
    blockSize = stage.lines.blockSize
    byteCounts = stage.inputs.summaries.map(\.byteCount)
  }

  init(json: [UInt8]) throws {
    do {
      self = try JSONDecoder().decode(ListenState.self, from: Data(json))
    } catch {
      throw DamagedCheckpoint("its state cannot be read: \(error)")
    }
  }
}

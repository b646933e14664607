import ListeningSessions

/// The checkpoints of a run: what an earlier one kept, and what this one keeps.
struct StageStore {
  private let cache: CheckpointCache
  private let keys: StageKeys

  init(_ cache: CheckpointCache, _ keys: StageKeys) {
    self.cache = cache
    self.keys = keys
  }

  /// The kept listens with the stage's other results and the content hashes of the inputs.
  ///
  /// - Throws: `DamagedCheckpoint`.
  func listens(of inputs: InputSet) throws -> (
    file: ListenFile, stage: ListenStage, hashes: [UInt64]
  )? {
    guard let reader = cache.open(keys.listens) else { return nil }
    let file = try ListenFile(reader)
    let state = try ListenState(json: reader.verifiedBytes(ofSection: "state"))
    guard state.byteCounts.count == inputs.files.count else { throw DamagedCheckpoint() }
    let stage = ListenStage(
      counts: state.counts, inputs: inputs.withByteCounts(state.byteCounts),
      findings: state.findings,
      lines: try LineIndex(packed: reader.verifiedBytes(ofSection: "lines")),
      rejects: .kept(try KeptRejects(reader)), listens: .file(file))
    return (file, stage, state.contentHashes)
  }

  /// The kept sessions that were cut from these listens.
  ///
  /// - Throws: `DamagedCheckpoint`.
  func sessions(of listens: ListenFile) throws -> (file: SessionFile, state: SessionState)? {
    guard let reader = cache.open(keys.sessions) else { return nil }
    let state = try SessionState(json: reader.verifiedBytes(ofSection: "state"))
    // The listens may have been removed and kept again since.
    guard state.listens == listens.identity else { return nil }
    return (try SessionFile(reader), state)
  }

  func beginListens() -> CheckpointWriter? { cache.begin(keys.listens) }
  func beginSessions() -> CheckpointWriter? { cache.begin(keys.sessions) }

  /// What is kept beside the listens.
  static func sections(
    of stage: ListenStage, _ hashes: [InputContentHash]
  ) throws -> [(name: String, bytes: [UInt8])] {
    [
      ("state", try ListenState(stage, hashes).json), ("lines", stage.lines.packed),
    ]
  }

  /// Tells about something that went wrong and is got over.
  func report(_ line: String) { cache.warnings.report(line) }
}

extension CheckpointReader {
  /// A section of a checkpoint.
  ///
  /// - Throws: `DamagedCheckpoint`.
  fileprivate func verifiedBytes(ofSection name: String) throws -> [UInt8] {
    try DamagedCheckpoint.of { try bytes(ofSection: name) }
  }
}

import ListeningSessions

/// What is done with the listens of each user, wherever they come from; one for each worker.
struct UserPass: ~Copyable {
  private var scan: UserScan
  private var columns: ListenColumns?
  private let files: StageFiles
  private var results: [UserResult] = []
  private var size = BlockSize()

  init(_ settings: AnalysisSettings, _ quality: QualityRules?, files: StageFiles) {
    scan = UserScan(settings, quality, files: files)
    self.files = files
    columns = files.listens.map { ListenColumns($0) }
  }

  /// Takes note of a user with all rows that are the user's, rejects among them.
  mutating func takeUser(_ id: Text, rowCount: Int) {
    scan.quality?.takeUser(id, rowCount: rowCount)
  }

  /// Takes the listens of a user in memory.
  ///
  /// - Parameters:
  ///   - history: in order.
  ///   - number: of the user among those in memory, or -1.
  ///   - first: index of the first listen in the columns of a file.
  /// - Throws: `AnalysisError` or `CheckpointNotKept` when the listens cannot be written.
  mutating func take(_ history: RecordHistory, number: Int, at first: Int) throws {
    try beginListens(at: first)
    try unsafe appendListens(history.records)
    let entry = try columns?.finish()
    take(history, of: ListenOwner(id: history.userID, number: number, entry: entry))
  }

  /// Begins the listens of a user who has too many for memory.
  mutating func beginListens(at first: Int) throws {
    try columns?.begin(at: first)
  }

  /// Adds the next listens of that user.
  mutating func appendListens(_ records: UnsafeBufferPointer<ListenRecord>) throws {
    try unsafe columns?.append(records)
  }

  /// Takes the listens of that user, which are in the file now.
  mutating func takeListens(of id: Text, duplicates: Duplicates) throws {
    guard let file = files.listens, let entry = try columns?.finish() else { return }
    try columns?.flush()
    let history = unsafe WindowedHistory(id, count: entry.count, duplicates: duplicates) {
      let range = entry.first + $0.lowerBound..<entry.first + $0.upperBound
      try unsafe file.read(range, seconds: $1, rows: $2)
    }
    take(history, of: ListenOwner(id: id, number: -1, entry: entry))
    if let failure = history.failure { throw failure }
  }

  /// Whether what is to be kept of the users makes a block of the files.
  var hasBlock: Bool { size.isReached }

  /// What is to be kept of the users since the last call; their listens are in the file.
  mutating func takeResults() throws -> [UserResult] {
    try columns?.flush()
    defer { (results, size) = ([], BlockSize()) }
    return results
  }

  consuming func finish() -> UserScan { scan }

  private mutating func take(_ history: some ListenHistory, of owner: ListenOwner) {
    var spans: SessionSpans? = files.sessions == nil ? nil : []
    scan.sessions.take(history, of: owner, spans: &spans)
    scan.quality?.take(history)
    guard files.keepsUsers, let entry = owner.entry, entry.count > 0 else { return }
    let result = UserResult(owner: owner, spans: spans ?? [])
    results.append(result)
    size.take(result)
  }
}

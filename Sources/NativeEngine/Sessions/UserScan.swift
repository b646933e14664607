import ListeningSessions

/// The second stage: each user's listens put in order, judged, and cut into sessions.
struct UserScan: Sendable {
  var sessions: SessionScan
  var quality: UserQuality?

  init(_ settings: AnalysisSettings, _ quality: QualityRules?, files: StageFiles) {
    sessions = SessionScan(settings, keepsLongest: files.sessions != nil)
    self.quality = quality.map { UserQuality($0) }
  }

  /// Goes over the users that the scan keeps in memory.
  static func run(
    _ listens: ScannedListens, taken: TakenUsers, inputs: InputSet, settings: AnalysisSettings,
    quality: QualityRules?, files: StageFiles, threads: Int
  ) throws -> UserScan {
    // The users with most rows first: the last piece of work is then a small one.
    let users = listens.users.ids.indices.map { (user: $0, rows: listens.rowCount(of: $0)) }
    let firsts = users.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.rows) }
    // Who was taken up already is still known there, without rows.
    let bySize = users.filter { listens.allRowCount(of: $0.user) > 0 }.sorted { $0.rows > $1.rows }
    let parts = try Workers.run(threads, items: bySize.count) { next in
      var pass = UserPass(settings, quality, files: files)
      var userListens = UserListens(listens, inputs: inputs, ordersSeconds: quality != nil)
      while let index = next() {
        let user = bySize[index].user
        let records = try unsafe userListens.load(user)
        let history = unsafe RecordHistory(
          userID: Text(utf8: listens.users.ids[user]), records: records,
          duplicates: userListens.duplicates)
        try taken.requireNew(history.userID)
        pass.takeUser(history.userID, rowCount: listens.allRowCount(of: user))
        try pass.take(history, number: user, at: firsts[user])
      }
      return Part(results: try pass.takeResults(), scan: pass.finish())
    }
    try write(parts.flatMap(\.results), to: files)
    return parts.reduce(into: UserScan(settings, quality, files: files)) { $0.merge($1.scan) }
  }

  /// Goes over the users of a spill.
  static func run(
    _ spill: ListenSpill, inputs: InputSet, settings: AnalysisSettings, quality: QualityRules?,
    files: StageFiles, threads: Int, orderBytes: Int, taken: TakenUsers
  ) throws -> UserScan {
    let parts = try Workers.run(threads, items: spill.partitionCount) { next in
      var scan = PartitionScan(
        UserPass(settings, quality, files: files), of: spill, files: files,
        order: ListenOrder(inputs, ordersSeconds: quality != nil), orderBytes: orderBytes,
        takenUsers: taken)
      while let number = next() { try scan.take(number) }
      return scan.finish()
    }
    return parts.reduce(into: UserScan(settings, quality, files: files)) { $0.merge($1) }
  }

  mutating func merge(_ other: UserScan) {
    sessions.merge(other.sessions)
    if let found = other.quality { quality?.merge(found) }
  }

  /// What one worker found.
  private struct Part: Sendable {
    let results: [UserResult]
    let scan: UserScan
  }

  private static func write(_ results: [UserResult], to files: StageFiles) throws {
    let results = results.sorted { $0.owner.number < $1.owner.number }
    var block: [UserResult] = []
    var size = BlockSize()
    var place = 0
    for (index, result) in results.enumerated() {
      block.append(result)
      size.take(result)
      guard size.isReached || index == results.count - 1 else { continue }
      try files.write(block, as: BlockNumber(run: 0, place: place))
      (block, size, place) = ([], BlockSize(), place + 1)
    }
  }
}

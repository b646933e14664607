import ListeningSessions

/// The second stage: each user's listens put in order, judged, and cut into sessions.
struct UserScan {
  private(set) var sessions: SessionScan
  private(set) var quality: UserQuality?

  /// Goes over all users.
  static func run(
    _ listens: ScannedListens, inputs: InputSet, settings: AnalysisSettings,
    quality: QualityRules?, threads: Int
  ) throws -> UserScan {
    // The users with most rows first: the last piece of work is then a small one.
    let users = listens.users.ids.indices.map { (user: $0, rows: listens.rowCount(of: $0)) }
      .sorted { $0.rows > $1.rows }
    let parts = try Workers.run(threads, items: users.count) { next in
      var part = UserScan(settings, quality)
      var userListens = UserListens(listens, inputs: inputs, ordersSeconds: quality != nil)
      while let index = next() {
        let user = users[index].user
        let records = try unsafe userListens.load(user)
        unsafe part.sessions.take(records, of: user, rowCount: users[index].rows)
        unsafe part.quality?.take(
          RecordHistory(
            userID: Text(utf8: listens.users.ids[user]), records: records,
            duplicates: userListens.duplicates))
      }
      return part
    }
    return parts.reduce(into: UserScan(settings, quality)) { $0.merge($1) }
  }

  private init(_ settings: AnalysisSettings, _ quality: QualityRules?) {
    sessions = SessionScan(settings)
    self.quality = quality.map { UserQuality($0) }
  }

  private mutating func merge(_ other: UserScan) {
    sessions.merge(other.sessions)
    if let found = other.quality { quality?.merge(found) }
  }
}

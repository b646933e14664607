import ListeningSessions

/// One user's listens as the rules about users see them, over the engine's own records.
@safe struct RecordHistory: UserHistory {
  let userID: Text
  let records: UnsafeBufferPointer<ListenRecord>
  let duplicates: [ListenRecord]

  var listenCount: Int { unsafe records.count }
  var duplicateCount: Int { duplicates.count }
  var duplicateSamples: [Int] {
    Array(duplicates.map(\.position).sorted().prefix(RuleTally.sampleLimit))
  }

  @inline(__always)
  func listenedAt(_ listen: Int) -> Instant {
    Instant(secondsSinceEpoch: unsafe records[listen].seconds)
  }

  @inline(__always)
  func position(_ listen: Int) -> Int {
    unsafe records[listen].position
  }
}

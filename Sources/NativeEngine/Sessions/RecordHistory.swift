import ListeningSessions

/// One user's listens over the engine's records in memory.
@safe struct RecordHistory: ListenHistory {
  let userID: Text
  let records: UnsafeBufferPointer<ListenRecord>
  let duplicates: Duplicates

  var listenCount: Int { unsafe records.count }

  @inline(__always)
  func listenedAt(_ listen: Int) -> Instant {
    Instant(secondsSinceEpoch: unsafe records[listen].seconds)
  }

  @inline(__always)
  func position(_ listen: Int) -> Int {
    unsafe records[listen].position
  }

  @inline(__always)
  func hasError(_ listen: Int) -> Bool {
    unsafe records[listen].hasError
  }
}

import ListeningSessions

/// One user's listens over the engine's records in memory.
@safe struct RecordHistory: ListenHistory {
  let userID: Text
  let records: UnsafeBufferPointer<ListenRecord>
  let duplicates: Duplicates
  /// Whether the listens can be found again.
  var areKept = true

  var listenCount: Int { unsafe records.count }

  @inline(__always)
  func listenedAt(_ listen: Int) -> Instant {
    Instant(secondsSinceEpoch: unsafe records[listen].seconds)
  }

  func rows(of listens: Range<Int>) -> [ListenRecord]? {
    unsafe areKept ? nil : Array(records[listens])
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

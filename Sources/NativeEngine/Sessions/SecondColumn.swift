import ListeningSessions

/// One user's listens of which only the seconds are known.
@safe struct SecondColumn: TimedListens {
  let seconds: UnsafeBufferPointer<UInt32>

  var listenCount: Int { unsafe seconds.count }
  var duplicateCount: Int { 0 }

  @inline(__always)
  func listenedAt(_ listen: Int) -> Instant {
    Instant(secondsSinceEpoch: unsafe seconds[listen])
  }
}

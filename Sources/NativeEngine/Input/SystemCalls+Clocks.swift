#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The clock that files are dated by.
extension SystemCalls {
  static var nanosecondsSinceEpoch: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  /// Waits; a signal may end it early.
  static func sleep(nanoseconds: Int) {
    var time = timespec()
    time.tv_sec = nanoseconds / 1_000_000_000
    time.tv_nsec = nanoseconds % 1_000_000_000
    _ = unsafe nanosleep(&time, nil)
  }
}

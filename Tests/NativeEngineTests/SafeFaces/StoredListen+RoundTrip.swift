@testable import NativeEngine

extension StoredListen {
  /// A listen after it was written and read, and how many bytes each took.
  static func roundTrip(
    _ record: ListenRecord, after seconds: UInt32, _ position: Int
  ) -> (record: ListenRecord, written: Int, read: Int) {
    unsafe withUnsafeTemporaryAllocation(byteCount: mostBytes, alignment: 8) { bytes in
      guard let start = bytes.baseAddress else { return (record, 0, -1) }
      let written = unsafe write(record, to: start, after: seconds, position)
      let read = unsafe read(UnsafeRawPointer(start), after: seconds, position)
      return (read.record, written, read.byteCount)
    }
  }
}

@testable import NativeEngine

extension RadixSort {
  /// The listens in order, and whether two that follow one another may be alike.
  static func sorted(_ records: [ListenRecord]) -> (records: [ListenRecord], hasAlike: Bool) {
    var copy = records
    var spare = records
    return unsafe copy.withUnsafeMutableBufferPointer { copy in
      unsafe spare.withUnsafeMutableBufferPointer { spare in
        guard let start = copy.baseAddress, let other = spare.baseAddress else {
          return ([], false)
        }
        let sorted = unsafe sort(start, spare: other, count: copy.count)
        return unsafe (
          Array(UnsafeBufferPointer(start: sorted.start, count: copy.count)), sorted.hasAlike
        )
      }
    }
  }
}

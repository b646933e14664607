@testable import NativeEngine

extension RadixSort {
  /// The listens in order.
  static func sorted(_ records: [ListenRecord]) -> [ListenRecord] {
    var sorted = records
    var spare = records
    unsafe sorted.withUnsafeMutableBufferPointer { sorted in
      unsafe spare.withUnsafeMutableBufferPointer { spare in
        guard let records = sorted.baseAddress, let other = spare.baseAddress else { return }
        unsafe sort(records, spare: other, count: sorted.count)
      }
    }
    return sorted
  }
}

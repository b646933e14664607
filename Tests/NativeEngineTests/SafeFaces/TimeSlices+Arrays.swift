@testable import NativeEngine

extension TimeSlices {
  /// The slices of listens at these seconds.
  static func of(
    _ seconds: [UInt32], limit: Int
  ) -> [(seconds: ClosedRange<UInt32>, count: Int)] {
    var slices = TimeSlices()
    let records = seconds.map { ListenRecord(seconds: $0, position: 0, nameHash: 0) }
    unsafe records.withUnsafeBufferPointer { unsafe slices.count($0) }
    return slices.slices(ofAtMost: limit)
  }
}

@testable import NativeEngine

extension ZuluTimestamp {
  /// The seconds of a text of twenty bytes.
  mutating func seconds(of text: [UInt8]) -> UInt32? {
    precondition(text.count == ZuluTimestamp.byteCount)
    return unsafe text.withUnsafeBufferPointer { text in
      guard let start = text.baseAddress else { return nil }
      return unsafe seconds(at: start)
    }
  }
}

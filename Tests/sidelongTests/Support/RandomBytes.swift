import Foundation

/// Bytes that look random and are the same every time.
enum RandomBytes {
  static func data(count: Int, seed: UInt64) -> Data {
    var state = seed
    return Data(
      (0..<count).map { _ in
        // Knuth's linear congruential generator; only its high bits are any good.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      })
  }
}

import CByteScan

/// Whether the scan asks the rule about control characters for this text.
func mayHoldControl(_ text: [UInt8]) -> Bool {
  unsafe text.withUnsafeBufferPointer { bytes in
    guard let start = bytes.baseAddress else { return false }
    return unsafe sidelong_may_hold_control(start, bytes.count) != 0
  }
}

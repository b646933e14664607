/// Whether the rows of a user have come in time order so far, newest first or last.
///
/// As long as they do, rows of one second stand beside each other.
struct RowOrder: BitwiseCopyable {
  private enum Direction { case unknown, rising, falling, none }

  private var user = -1
  private var seconds: UInt32 = 0
  private var direction = Direction.unknown

  /// Takes the next row in.
  ///
  /// - Returns: whether it goes on in the order of the rows before it; false for a user's first.
  @inline(__always)
  mutating func goesOn(with user: Int, at seconds: UInt32) -> Bool {
    defer { self.seconds = seconds }
    guard user == self.user else {
      self.user = user
      direction = .unknown
      return false
    }
    if seconds != self.seconds {
      let step = seconds > self.seconds ? Direction.rising : .falling
      if direction != step { direction = direction == .unknown ? step : .none }
    }
    return direction != .none
  }
}

/// Sorts listens by second, eleven bits at a time from the lowest; listens of one second by names.
///
/// A radix sort, because a comparison sort of nineteen million listens costs more than reading
/// them. Digits in which all listens agree are skipped.
enum RadixSort {
  private static let digitBits: UInt32 = 11
  private static let digitCount = 1 << 11

  /// Sorts the first `count` of `records` with the help of `spare`, which is as large.
  ///
  /// If `ordersSeconds`, listens of one second come in the order of their rows, unless some of the
  /// second may be alike.
  ///
  /// - Returns: where they are then, in `records` or in `spare`, and whether two that follow one
  ///   another may be alike, of one second with the same names.
  static func sort(
    _ records: UnsafeMutablePointer<ListenRecord>, spare: UnsafeMutablePointer<ListenRecord>,
    count: Int, ordersSeconds: Bool = false
  ) -> (start: UnsafeMutablePointer<ListenRecord>, hasAlike: Bool) {
    guard count > 1 else { return unsafe (records, false) }
    let start =
      unsafe RunMerge.sort(records, spare: spare, count: count)
      ?? sortBySecond(records, spare, count)
    var hasAlike = false
    unsafe forEachSharedSecond(of: start, count) { second in
      // Where one hash is missing, the others tell nothing.
      if unsafe second.contains(where: \.lacksHash) {
        for index in second.indices { unsafe second[index] = second[index].withoutHash }
      }
      unsafe second.sort(by: ListenRecord.precedesInSecond)
      let areAlike = (1..<second.count).contains { unsafe second[$0 - 1].mayEqual(second[$0]) }
      hasAlike = hasAlike || areAlike
      if ordersSeconds, !areAlike { unsafe second.sort { $0.position < $1.position } }
    }
    return unsafe (start, hasAlike)
  }

  private static func sortBySecond(
    _ records: UnsafeMutablePointer<ListenRecord>, _ spare: UnsafeMutablePointer<ListenRecord>,
    _ count: Int
  ) -> UnsafeMutablePointer<ListenRecord> {
    var least = UInt32.max
    var greatest = UInt32.min
    for index in 0..<count {
      least = unsafe min(least, records[index].seconds)
      greatest = unsafe max(greatest, records[index].seconds)
    }
    var (source, target) = unsafe (records, spare)
    var shift: UInt32 = 0
    while shift < 32, (greatest - least) >> shift > 0 {
      unsafe scatter(source, to: target, count, least: least, shift: shift)
      unsafe (source, target) = (target, source)
      shift += digitBits
    }
    return unsafe source
  }

  private static func scatter(
    _ source: UnsafeMutablePointer<ListenRecord>, to target: UnsafeMutablePointer<ListenRecord>,
    _ count: Int, least: UInt32, shift: UInt32
  ) {
    let mask = UInt32(digitCount - 1)
    unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: digitCount) { next in
      unsafe next.initialize(repeating: 0)
      for index in 0..<count {
        unsafe next[Int((source[index].seconds &- least) >> shift & mask)] &+= 1
      }
      var start: Int32 = 0
      for digit in next.indices { unsafe (next[digit], start) = (start, start + next[digit]) }
      for index in 0..<count {
        let digit = unsafe Int((source[index].seconds &- least) >> shift & mask)
        unsafe target[Int(next[digit])] = source[index]
        unsafe next[digit] &+= 1
      }
    }
  }

  /// Hands out the listens of each second that has several; they stand together.
  @inline(__always)
  static func forEachSharedSecond(
    of records: UnsafeMutablePointer<ListenRecord>, _ count: Int,
    _ body: (inout UnsafeMutableBufferPointer<ListenRecord>) -> Void
  ) {
    guard count > 1 else { return }
    var start = 0
    var second = unsafe records[0].seconds
    for index in 1..<count + 1 {
      let next = unsafe index < count ? records[index].seconds : second &+ 1
      if next == second { continue }
      if index - start > 1 {
        var several = unsafe UnsafeMutableBufferPointer(
          start: records + start, count: index - start)
        unsafe body(&several)
      }
      (start, second) = (index, next)
    }
  }
}

/// Sorts listens by second, eleven bits at a time from the lowest; listens of one second by names.
///
/// A radix sort, because a comparison sort of nineteen million listens costs more than reading
/// them. Digits in which all listens agree are skipped.
enum RadixSort {
  private static let digitBits: UInt32 = 11
  private static let digitCount = 1 << 11

  /// Sorts the first `count` of `records` with the help of `spare`, which is as large.
  static func sort(
    _ records: UnsafeMutablePointer<ListenRecord>, spare: UnsafeMutablePointer<ListenRecord>,
    count: Int
  ) {
    if count > 1 {
      if unsafe !RunMerge.sort(records, spare: spare, count: count) {
        unsafe sortBySecond(records, spare, count)
      }
      unsafe sortWithinSeconds(records, count, by: ListenRecord.precedesInSecond)
    }
  }

  private static func sortBySecond(
    _ records: UnsafeMutablePointer<ListenRecord>, _ spare: UnsafeMutablePointer<ListenRecord>,
    _ count: Int
  ) {
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
    if unsafe source != records { unsafe records.update(from: source, count: count) }
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

  /// Puts the listens of each second, which stand together, in an order of their own.
  static func sortWithinSeconds(
    _ records: UnsafeMutablePointer<ListenRecord>, _ count: Int,
    by precedes: (ListenRecord, ListenRecord) -> Bool
  ) {
    var start = 0
    for index in 1..<count + 1
    where unsafe index == count || records[index].seconds != records[start].seconds {
      if index - start > 1 {
        var second = unsafe UnsafeMutableBufferPointer(start: records + start, count: index - start)
        unsafe second.sort(by: precedes)
      }
      start = index
    }
  }
}

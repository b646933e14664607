import ListeningSessions

/// Listens by year, and the first and last of all.
struct YearCounts {
  /// First second of each year from 1970 to 2106.
  private static let starts: [UInt32] = (1970...2106).map { year in
    let days = CivilDate(year: year, month: 1, day: 1)?.daysSinceEpoch ?? 0
    return UInt32(clamping: days * 86_400)
  }

  private(set) var listens: [Int: Int] = [:]
  private(set) var first = UInt32.max
  private(set) var last = UInt32.min

  /// Counts listens that are in order.
  mutating func count(_ records: UnsafeBufferPointer<ListenRecord>) {
    guard let earliest = unsafe records.first, let latest = unsafe records.last else { return }
    first = min(first, earliest.seconds)
    last = max(last, latest.seconds)
    var start = 0
    while start < records.count {
      let year = unsafe CivilDate(daysSinceEpoch: Int(records[start].seconds) / 86_400).year
      let end = unsafe firstListen(of: records, from: start, notBefore: Self.starts[year - 1969])
      listens[year, default: 0] += end - start
      start = end
    }
  }

  mutating func merge(_ other: YearCounts) {
    listens.merge(other.listens, uniquingKeysWith: +)
    first = min(first, other.first)
    last = max(last, other.last)
  }

  var timeRange: ClosedRange<Instant>? {
    first > last
      ? nil : Instant(secondsSinceEpoch: first)...Instant(secondsSinceEpoch: last)
  }

  /// Index of the first listen at or after a second, by halving.
  private func firstListen(
    of records: UnsafeBufferPointer<ListenRecord>, from start: Int, notBefore second: UInt32
  ) -> Int {
    var low = start
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if unsafe records[middle].seconds < second { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

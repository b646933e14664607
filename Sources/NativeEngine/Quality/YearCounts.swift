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

  /// Counts the listens of a user.
  mutating func count(_ history: some ListenHistory) {
    let count = history.listenCount
    guard count > 0 else { return }
    first = min(first, history.listenedAt(0).secondsSinceEpoch)
    last = max(last, history.listenedAt(count - 1).secondsSinceEpoch)
    var start = 0
    while start < count {
      let second = Int(history.listenedAt(start).secondsSinceEpoch)
      let year = CivilDate(daysSinceEpoch: second / 86_400).year
      let end = firstListen(of: history, from: start, notBefore: Self.starts[year - 1969])
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
    of history: some ListenHistory, from start: Int, notBefore second: UInt32
  ) -> Int {
    var low = start
    var high = history.listenCount
    while low < high {
      let middle = (low + high) / 2
      if history.listenedAt(middle).secondsSinceEpoch < second {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

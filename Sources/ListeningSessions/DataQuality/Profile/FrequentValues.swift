/// The most frequent of many values, in bounded memory, with a bound on the error.
///
/// Values are given as hashes; with each a position is kept at which the value can be read again.
/// When the table is full, a count that half of it does not exceed is taken from every value and
/// those at zero are dropped: a count is then at most the sum of these too low, and never too high.
/// Exact as long as the table was never full. Source: Misra and Gries 1982, in the form of
/// Anderson et al. 2017 ("A High-Performance Algorithm for Identifying Frequent Items").
public struct FrequentValues: Hashable, MergeableState {
  /// A value's count, and where it stands.
  public struct Entry: Hashable, Sendable {
    public var count: Int
    public var position: Int

    fileprivate mutating func add(_ other: Entry) {
      count += other.count
      position = min(position, other.position)
    }
  }

  /// Values kept before the rare ones are dropped, unless another number is asked for: up to about
  /// 25 MB.
  public static let standardCapacity = 1 << 19

  private let capacity: Int
  private var entries: [UInt64: Entry] = [:]
  /// How far the counts may be too low.
  public private(set) var undercount = 0

  public init() {
    self.init(capacity: FrequentValues.standardCapacity)
  }

  /// Keeps up to `capacity` values.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Takes in a value that stands `count` times.
  public mutating func observe(hash: UInt64, count: Int, position: Int) {
    add(Entry(count: count, position: position), of: hash)
    if entries.count > capacity { dropRare() }
  }

  public mutating func merge(_ other: FrequentValues) {
    for (hash, entry) in other.entries { add(entry, of: hash) }
    undercount += other.undercount
    if entries.count > capacity { dropRare() }
  }

  /// The first `limit` values: by count, then by where they were seen first.
  public func top(_ limit: Int) -> [Entry] {
    var top = TopEntries(limit: limit)
    for entry in entries.values { top.insert(entry) }
    return top.entries
  }

  private mutating func add(_ entry: Entry, of hash: UInt64) {
    entries[hash, default: Entry(count: 0, position: entry.position)].add(entry)
  }

  private mutating func dropRare() {
    let counts = entries.values.map(\.count).sorted()
    let cut = counts[counts.count / 2]
    entries = entries.compactMapValues { entry in
      entry.count > cut ? Entry(count: entry.count - cut, position: entry.position) : nil
    }
    undercount += cut
  }

  private struct TopEntries {
    let limit: Int
    var entries: [Entry] = []

    mutating func insert(_ entry: Entry) {
      let index = entries.firstIndex { precedes(entry, $0) } ?? entries.count
      guard index < limit else { return }
      entries.insert(entry, at: index)
      if entries.count > limit { entries.removeLast() }
    }

    private func precedes(_ left: Entry, _ right: Entry) -> Bool {
      (right.count, left.position) < (left.count, right.position)
    }
  }
}

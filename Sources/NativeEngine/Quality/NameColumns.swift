import ListeningSessions

/// The column of a name and the column of its MBID.
struct NameColumns {
  private(set) var names = ColumnSketch()
  private(set) var mbids = ColumnSketch()
  private var distinctNames = DistinctValues()
  private var distinctMBIDs = DistinctValues()
  private var lengthSum = 0
  private var leastLength = Int.max
  private var greatestLength = 0

  /// Counts a name of an ordinary row.
  @inline(__always)
  mutating func count(length: Int) {
    lengthSum &+= length
  }

  /// Takes in a pair of an ordinary row that may be new; the MBID is a UUID or empty.
  @inline(__always)
  mutating func learn(_ name: Range<Int>, _ mbid: Range<Int>, of row: RowNames) {
    distinctNames.learn(hash: row.valueHash(of: name))
    if !mbid.isEmpty { distinctMBIDs.learn(hash: row.valueHash(ofMBID: mbid)) }
    leastLength = min(leastLength, name.count)
    greatestLength = max(greatestLength, name.count)
  }

  /// Takes in the fields of a row that is not ordinary.
  mutating func observe(name: Text, mbid: Text) {
    names.observe(name)
    mbids.observe(mbid)
  }

  /// Counts the values of a row among the frequent ones.
  mutating func sample(_ name: UInt64, _ mbid: UInt64, _ times: Int, _ position: Int) {
    if name != 0 { names.sample(hash: name, times: times, position: position) }
    if mbid != 0 { mbids.sample(hash: mbid, times: times, position: position) }
  }

  /// Settles the ordinary rows; called once, after the last.
  mutating func finish(rows: Int, withoutMBID: Int) {
    names.learn(distinctNames.sketch)
    mbids.learn(distinctMBIDs.sketch)
    names.count(
      LengthSummary(count: rows, sum: lengthSum, least: leastLength, greatest: greatestLength))
    mbids.countBlank(length: 0, times: withoutMBID)
    mbids.count(length: MBIDHash.textLength, times: rows - withoutMBID)
  }
}

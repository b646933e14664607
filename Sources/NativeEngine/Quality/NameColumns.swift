import ListeningSessions

/// The column of a name and the column of its MBID, with the pairs that came up last.
struct NameColumns: ~Copyable {
  private(set) var names = ColumnSketch()
  private(set) var mbids = ColumnSketch()
  private var cache = NameCache()

  /// Whether the pair came up lately; all that it can tell is then known.
  @inline(__always)
  func holds(_ name: UInt64, _ mbid: UInt64) -> Bool {
    cache.holds(name, mbid)
  }

  /// Counts a pair that `holds`.
  @inline(__always)
  mutating func count(_ name: UInt64, _ mbid: UInt64) {
    cache.count(name, mbid)
  }

  /// Takes in a pair that is not held; a hash of 0 is no MBID.
  mutating func learn(name: UInt64, length: Int, mbid: UInt64) {
    names.learn(hash: name)
    if mbid != 0 { mbids.learn(hash: mbid) }
    settle(
      cache.insert(
        NameCache.Entry(nameHash: name, mbidHash: mbid, nameLength: UInt32(length), count: 1)))
  }

  /// Takes in the fields of a row that is not ordinary; a hash of 0 is blank text.
  mutating func observe(name: Text, _ nameHash: UInt64, mbid: Text, _ mbidHash: UInt64) {
    names.observe(name, hash: nameHash)
    mbids.observe(mbid, hash: mbidHash)
  }

  /// Counts the values of a row among the frequent ones.
  mutating func sample(_ name: UInt64, _ mbid: UInt64, _ times: Int, _ position: Int) {
    if name != 0 { names.sample(hash: name, times: times, position: position) }
    if mbid != 0 { mbids.sample(hash: mbid, times: times, position: position) }
  }

  /// Settles the pairs that are still held.
  mutating func finish() {
    for entry in cache.all() { settle(entry) }
  }

  private mutating func settle(_ entry: NameCache.Entry) {
    names.count(length: Int(entry.nameLength), times: Int(entry.count))
    if entry.mbidHash == 0 {
      mbids.countBlank(length: 0, times: Int(entry.count))
    } else {
      mbids.count(length: MBIDHash.textLength, times: Int(entry.count))
    }
  }
}

/// The names that came up last, each with its MBID, and how often.
///
/// Rows repeat: a user plays the same artists and songs again. What is to be learned from a name
/// and its MBID is learned when the pair comes into this cache, and its count is settled when
/// another pair takes its place. Direct-mapped, so a look-up is one comparison.
@safe struct NameCache: ~Copyable {
  /// A name with its MBID, by their hashes; a hash of 0 stands for no MBID.
  struct Entry: BitwiseCopyable {
    var nameHash: UInt64 = 0
    var mbidHash: UInt64 = 0
    var nameLength: UInt32 = 0
    /// Rows not yet settled; 0 marks a free place.
    var count: UInt32 = 0
  }

  private static let size = 8192

  private let entries: UnsafeMutablePointer<Entry>

  init() {
    unsafe entries = .allocate(capacity: Self.size)
    unsafe entries.initialize(repeating: Entry(), count: Self.size)
  }

  deinit { unsafe entries.deallocate() }

  /// Whether the pair is here.
  @inline(__always)
  func holds(_ nameHash: UInt64, _ mbidHash: UInt64) -> Bool {
    let entry = unsafe entries[Self.place(nameHash, mbidHash)]
    return entry.nameHash == nameHash && entry.mbidHash == mbidHash && entry.count > 0
  }

  /// Counts a pair that is here.
  @inline(__always)
  mutating func count(_ nameHash: UInt64, _ mbidHash: UInt64) {
    unsafe entries[Self.place(nameHash, mbidHash)].count &+= 1
  }

  /// Puts a pair in, counted once, and returns the one that had its place.
  mutating func insert(_ entry: Entry) -> Entry {
    let place = Self.place(entry.nameHash, entry.mbidHash)
    let evicted = unsafe entries[place]
    unsafe entries[place] = entry
    return evicted
  }

  /// All that is here; the cache is not used after that.
  func all() -> [Entry] {
    unsafe Array(UnsafeBufferPointer(start: entries, count: Self.size)).filter { $0.count > 0 }
  }

  @inline(__always)
  private static func place(_ nameHash: UInt64, _ mbidHash: UInt64) -> Int {
    Int(truncatingIfNeeded: (nameHash ^ mbidHash) & UInt64(size - 1))
  }
}

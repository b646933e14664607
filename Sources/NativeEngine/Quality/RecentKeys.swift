import CByteScan

/// The keys that came up last, each known by 64 well mixed bits.
///
/// Rows repeat: a user plays the same songs again. What a row can teach is learned when its key
/// comes in here, and not again until others have taken its place: the last four keys of each place
/// are known, half a cache line. One for each place would forget a quarter more.
@safe struct RecentKeys: ~Copyable {
  private let pages: PageBuffer
  private let keys: UnsafeMutablePointer<UInt64>
  private let mask: Int
  private static let ways = 4

  /// Room for `size` keys, a power of two of at least four; eight bytes each.
  init(size: Int) {
    let pages = PageBuffer(byteCount: size * MemoryLayout<UInt64>.stride)
    pages.askForLargePages()
    // Zeroed: all places are free.
    unsafe keys = pages.start.bindMemory(to: UInt64.self, capacity: size)
    mask = size / Self.ways - 1
    self.pages = pages
  }

  /// Whether the key is here.
  @inline(__always)
  func holds(_ key: UInt64) -> Bool {
    // No key is 0, which marks a free place.
    unsafe sidelong_holds(keys + place(of: key), key | 1) != 0
  }

  /// Asks for the key's place, which will be needed soon.
  @inline(__always)
  func prefetch(_ key: UInt64) {
    unsafe sidelong_prefetch(keys + place(of: key))
  }

  /// Puts a key in the place of the one that came there first.
  @inline(__always)
  mutating func insert(_ key: UInt64) {
    let place = unsafe keys + place(of: key)
    unsafe place[3] = place[2]
    unsafe place[2] = place[1]
    unsafe place[1] = place[0]
    unsafe place[0] = key | 1
  }

  @inline(__always)
  private func place(of key: UInt64) -> Int {
    (Int(truncatingIfNeeded: key >> 32) & mask) &* Self.ways
  }
}

import CByteScan

/// The keys that came up last, each known by 64 well mixed bits.
///
/// Rows repeat: a user plays the same songs again. What a row can teach is learned when its key
/// comes in here, and not again until another key has taken its place. Direct-mapped, so a look-up
/// is one comparison.
@safe struct RecentKeys: ~Copyable {
  private let pages: PageBuffer
  private let keys: UnsafeMutablePointer<UInt64>
  private let mask: Int

  /// Room for `size` keys, a power of two; eight bytes each.
  init(size: Int) {
    let pages = PageBuffer(byteCount: size * MemoryLayout<UInt64>.stride)
    pages.askForLargePages()
    // Zeroed: all places are free.
    unsafe keys = pages.start.bindMemory(to: UInt64.self, capacity: size)
    mask = size - 1
    self.pages = pages
  }

  /// Whether the key is here.
  @inline(__always)
  func holds(_ key: UInt64) -> Bool {
    // No key is 0, which marks a free place.
    unsafe keys[place(of: key)] == key | 1
  }

  /// Asks for the key's place, which will be needed soon.
  @inline(__always)
  func prefetch(_ key: UInt64) {
    unsafe sidelong_prefetch(keys + place(of: key))
  }

  /// Puts a key in the place of another.
  @inline(__always)
  mutating func insert(_ key: UInt64) {
    unsafe keys[place(of: key)] = key | 1
  }

  @inline(__always)
  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: key >> 32) & mask
  }
}

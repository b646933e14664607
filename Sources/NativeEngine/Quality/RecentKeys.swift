import CByteScan

/// The keys that came up last, each known by 64 well mixed bits.
///
/// Rows repeat: a user plays the same songs again. What a row can teach is learned when its key
/// comes in here, and not again until another key has taken its place. Direct-mapped, so a look-up
/// is one comparison.
@safe struct RecentKeys: ~Copyable {
  private let keys: UnsafeMutableBufferPointer<UInt64>

  /// Room for `size` keys, a power of two; eight bytes each.
  init(size: Int) {
    unsafe keys = .allocate(capacity: size)
    unsafe keys.initialize(repeating: 0)
  }

  deinit { unsafe keys.deallocate() }

  /// Whether the key is here.
  @inline(__always)
  func holds(_ key: UInt64) -> Bool {
    // No key is 0, which marks a free place.
    unsafe keys[place(of: key)] == key | 1
  }

  /// Asks for the key's place, which will be needed soon.
  @inline(__always)
  func prefetch(_ key: UInt64) {
    unsafe sidelong_prefetch(keys.baseAddress.map { unsafe $0 + place(of: key) })
  }

  /// Puts a key in the place of another.
  @inline(__always)
  mutating func insert(_ key: UInt64) {
    unsafe keys[place(of: key)] = key | 1
  }

  @inline(__always)
  private func place(of key: UInt64) -> Int {
    unsafe Int(truncatingIfNeeded: key >> 32) & (keys.count - 1)
  }
}

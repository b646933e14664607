#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Strings as small numbers, given out in the order in which the strings come up.
///
/// Open addressing over the strings' hashes; the bytes are compared on every hit, so two strings
/// never become one. About 32 bytes a string beside its own, twice as many in a small table.
@safe struct StringDictionary: ~Copyable {
  /// Eight bytes, so that eight of them are looked at for one miss of the cache.
  private struct Slot: BitwiseCopyable {
    /// Half of the hash.
    var hash: UInt32
    /// Number of the string plus one; 0 marks a free slot.
    var number: UInt32
  }

  private struct Extent: BitwiseCopyable {
    let start: Int
    let count: Int
  }

  private static let smallCount = 4096

  private var slots: UnsafeMutableBufferPointer<Slot>
  private var extents: [Extent] = []
  /// The strings, one behind the other.
  private var bytes: [UInt8] = []

  /// - Parameter byteCount: room for the strings that need not be made later; it is not touched
  ///   before.
  init(byteCount: Int = 0) {
    unsafe slots = Self.freeSlots(1024)
    bytes.reserveCapacity(byteCount)
  }

  deinit { unsafe slots.deallocate() }

  var count: Int { extents.count }

  /// Memory taken so far.
  var byteCount: Int {
    unsafe slots.count * MemoryLayout<Slot>.stride + bytes.capacity
      + extents.capacity * MemoryLayout<Extent>.stride
  }

  /// All strings, one behind the other in the order of their numbers.
  var text: [UInt8] { bytes }

  /// The bytes of a string.
  func string(_ number: Int) -> ArraySlice<UInt8> {
    bytes[extents[number].start..<extents[number].start + extents[number].count]
  }

  /// Whether the bytes of one string come before those of another.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      let (left, right) = (extents[left], extents[right])
      for index in 0..<min(left.count, right.count) {
        let (one, other) = unsafe (bytes[left.start + index], bytes[right.start + index])
        if one != other { return one < other }
      }
      return left.count < right.count
    }
  }

  /// The number of a string, a new one if it was not seen before.
  ///
  /// - Parameters:
  ///   - string: the bytes, with `ByteHash.overread` readable bytes after them if they are few.
  ///   - count: how many.
  /// - Returns: from 0, in the order in which the ids came up.
  mutating func number(of string: UnsafePointer<UInt8>, _ count: Int) -> Int {
    unsafe number(
      of: string, count, hash: UInt32(truncatingIfNeeded: ByteHash.hash(id: string, count)))
  }

  @inline(__always)
  private mutating func number(
    of string: UnsafePointer<UInt8>, _ count: Int, hash: UInt32
  ) -> Int {
    let slot = unsafe slot(of: string, count, hash: hash)
    let known = unsafe slots[slot].number
    return known != 0 ? Int(known) - 1 : unsafe insert(string, count, hash: hash, at: slot)
  }

  /// The slot of a string, a free one if it was not seen before.
  @inline(__always)
  private func slot(of string: UnsafePointer<UInt8>, _ count: Int, hash: UInt32) -> Int {
    var at = unsafe Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while unsafe slots[at].number != 0 {
      let number = unsafe Int(slots[at].number) - 1
      if unsafe slots[at].hash == hash && isString(number, string, count) { return at }
      at = unsafe (at + 1) & (slots.count - 1)
    }
    return at
  }

  /// The number of a string, as above; nothing need be readable after it.
  mutating func number(of string: Span<UInt8>) -> Int {
    unsafe ByteHash.withReadable(string) { unsafe number(of: $0, $1) } ?? 0
  }

  /// The number of a string; nil if it was not seen before.
  func known(_ string: Span<UInt8>) -> Int? {
    let found = unsafe ByteHash.withReadable(string) { start, count in
      unsafe slot(
        of: start, count, hash: UInt32(truncatingIfNeeded: ByteHash.hash(id: start, count)))
    }
    guard let found, unsafe slots[found].number != 0 else { return nil }
    return unsafe Int(slots[found].number) - 1
  }

  /// Whether a string has this number.
  func isNumber(_ number: Int, of string: Span<UInt8>) -> Bool {
    unsafe string.withUnsafeBufferPointer { bytes in
      guard number < count, let start = bytes.baseAddress else { return false }
      return unsafe isString(number, start, bytes.count)
    }
  }

  @inline(__always)
  private func isString(
    _ number: Int, _ string: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    let extent = extents[number]
    guard extent.count == count else { return false }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return true }
      let known = unsafe start + extent.start
      guard 8...16 ~= count else { return unsafe memcmp(known, string, count) == 0 }
      // Ids of users mostly: two words that meet or overlap.
      return unsafe ByteHash.word(known) == ByteHash.word(string)
        && ByteHash.word(known + count - 8) == ByteHash.word(string + count - 8)
    }
  }

  private mutating func insert(
    _ string: UnsafePointer<UInt8>, _ count: Int, hash: UInt32, at slot: Int
  ) -> Int {
    extents.append(Extent(start: bytes.count, count: count))
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: string, count: count))
    unsafe slots[slot] = Slot(hash: hash, number: UInt32(extents.count))
    // In a small table more room costs nothing, and spares looking at a second place.
    let sparse = extents.count < Self.smallCount ? 4 : 2
    if unsafe extents.count * sparse > slots.count { grow() }
    return extents.count - 1
  }

  private mutating func grow() {
    let larger = unsafe Self.freeSlots(slots.count * 2)
    for index in unsafe slots.indices where unsafe slots[index].number != 0 {
      var at = unsafe Int(truncatingIfNeeded: slots[index].hash) & (larger.count - 1)
      while unsafe larger[at].number != 0 { at = (at + 1) & (larger.count - 1) }
      unsafe larger[at] = slots[index]
    }
    unsafe slots.deallocate()
    unsafe slots = larger
  }

  private static func freeSlots(_ count: Int) -> UnsafeMutableBufferPointer<Slot> {
    let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: count)
    unsafe slots.initialize(repeating: Slot(hash: 0, number: 0))
    return unsafe slots
  }
}

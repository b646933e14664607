import CByteScan
import ListeningSessions

/// Which MBIDs stand with which names, by 64-bit hashes: 16 bytes for each distinct MBID.
///
/// The state of `MBIDNameConsistency` in little memory. Two MBIDs, or two names of one, would have
/// to agree in 64 bits to be taken for one: less likely than 1 in 10 million for a million of them.
@safe struct MBIDNames: ~Copyable {
  /// An MBID with a name, both by their hashes.
  struct Pair: BitwiseCopyable, Sendable {
    /// 0 marks a free slot of the table.
    var mbid: UInt64 = 0
    /// Hash of the name, or `severalNames`.
    var name: UInt64 = 0
  }

  private static let severalNames: UInt64 = 0
  /// The table is at least three eighths full when it has grown.
  static let mostBytesPerMBID = MemoryLayout<Pair>.stride * 8 / 3

  private var pages: PageBuffer
  private var slots: UnsafeMutableBufferPointer<Pair>
  private var count = 0

  /// An empty table.
  ///
  /// - Parameter byteCount: about what it may take from the beginning; it grows when it is full.
  init(byteCount: Int = 0) {
    let slotCount = max(byteCount / MemoryLayout<Pair>.stride, 64)
    pages = Self.freeSlots(1 << (Int.bitWidth - 1 - slotCount.leadingZeroBitCount))
    unsafe slots = pages.bound(to: Pair.self)
  }

  /// Takes pairs in.
  ///
  /// The table is larger than any cache, so the slots of all pairs are asked for before the first
  /// is looked at.
  mutating func insert(_ pairs: Span<Pair>) {
    while unsafe (count + pairs.count) * 4 > slots.count * 3 { grow() }
    for index in pairs.indices {
      let home = unsafe home(of: pairs[index].mbid, in: slots)
      unsafe sidelong_prefetch(slots.baseAddress.map { unsafe $0 + home })
    }
    for index in pairs.indices {
      insert(mbid: max(pairs[index].mbid, 1), name: max(pairs[index].name, 1))
    }
  }

  /// Takes in what `pairs` of a table gave.
  mutating func insert(_ pair: Pair) {
    if unsafe (count + 1) * 4 > slots.count * 3 { grow() }
    insert(mbid: pair.mbid, name: pair.name)
  }

  /// Each MBID once, with its name or the mark for several.
  var pairs: [Pair] { unsafe slots.filter { $0.mbid != 0 } }

  /// Memory taken so far.
  var byteCount: Int { unsafe slots.count * MemoryLayout<Pair>.stride }

  /// Distinct MBIDs, and those with more than one name.
  var tally: RuleTally {
    var failed = 0
    for index in unsafe slots.indices
    where unsafe slots[index].mbid != 0 && slots[index].name == Self.severalNames {
      failed += 1
    }
    return RuleTally(units: count, failed: failed)
  }

  @inline(__always)
  private mutating func insert(mbid: UInt64, name: UInt64) {
    let place = unsafe place(of: mbid, in: slots)
    if unsafe slots[place].mbid == 0 {
      unsafe slots[place] = Pair(mbid: mbid, name: name)
      count += 1
    } else if unsafe slots[place].name != name {
      unsafe slots[place].name = Self.severalNames
    }
  }

  @inline(__always)
  private func home(of mbid: UInt64, in slots: UnsafeMutableBufferPointer<Pair>) -> Int {
    Int(truncatingIfNeeded: mbid) & (slots.count - 1)
  }

  @inline(__always)
  private func place(of mbid: UInt64, in slots: UnsafeMutableBufferPointer<Pair>) -> Int {
    var place = unsafe home(of: mbid, in: slots)
    while unsafe slots[place].mbid != 0 && slots[place].mbid != mbid {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let morePages = unsafe Self.freeSlots(slots.count * 2)
    let larger = unsafe morePages.bound(to: Pair.self)
    for index in unsafe slots.indices where unsafe slots[index].mbid != 0 {
      unsafe larger[place(of: slots[index].mbid, in: larger)] = slots[index]
    }
    pages = morePages
    unsafe slots = larger
  }

  /// Zeroed memory: all slots are free.
  private static func freeSlots(_ count: Int) -> PageBuffer {
    let pages = PageBuffer(byteCount: count * MemoryLayout<Pair>.stride)
    pages.askForLargePages()
    return pages
  }
}

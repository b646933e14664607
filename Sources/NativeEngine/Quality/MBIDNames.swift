import CByteScan
import ListeningSessions

/// Which MBIDs stand with which names, by 64-bit hashes: 16 bytes for each distinct MBID.
///
/// The state of `MBIDNameConsistency` in little memory. Two MBIDs, or two names of one, would have
/// to agree in 64 bits to be taken for one: less likely than 1 in 10 million for a million of them.
@safe struct MBIDNames: ~Copyable {
  private struct Slot: BitwiseCopyable {
    /// 0 marks a free slot.
    var mbid: UInt64 = 0
    /// Hash of the name, or `severalNames`.
    var name: UInt64 = 0
  }

  private static let severalNames: UInt64 = 0

  private var slots: UnsafeMutableBufferPointer<Slot>
  private var count = 0
  /// Pairs whose slots have been asked for and will soon be in the cache.
  private let pending: UnsafeMutableBufferPointer<Slot>
  private var pendingCount = 0

  init() {
    unsafe slots = Self.freeSlots(4096)
    unsafe pending = Self.freeSlots(32)
  }

  deinit {
    unsafe slots.deallocate()
    unsafe pending.deallocate()
  }

  /// Takes in an MBID with a name, both by their hashes.
  ///
  /// The table is larger than any cache, so a pair waits while its slot is fetched from memory.
  mutating func observe(mbid: UInt64, name: UInt64) {
    let start = unsafe Int(truncatingIfNeeded: mbid) & (slots.count - 1)
    if let base = unsafe slots.baseAddress { unsafe sidelong_prefetch(base + start) }
    unsafe pending[pendingCount] = Slot(mbid: mbid, name: name)
    pendingCount += 1
    if unsafe pendingCount == pending.count { finish() }
  }

  /// Takes in the pairs that wait; to be called before the table is read.
  mutating func finish() {
    for index in 0..<pendingCount {
      unsafe insert(mbid: pending[index].mbid, name: pending[index].name)
    }
    pendingCount = 0
  }

  private mutating func insert(mbid: UInt64, name: UInt64) {
    let place = unsafe place(of: max(mbid, 1), in: slots)
    if unsafe slots[place].mbid == 0 {
      unsafe slots[place] = Slot(mbid: max(mbid, 1), name: max(name, 1))
      count += 1
      if unsafe count * 4 > slots.count * 3 { grow() }
    } else if unsafe slots[place].name != max(name, 1) {
      unsafe slots[place].name = Self.severalNames
    }
  }

  /// Takes in what another worker saw.
  mutating func merge(_ other: borrowing MBIDNames) {
    for index in unsafe 0..<other.slots.count {
      let slot = unsafe other.slots[index]
      guard slot.mbid != 0 else { continue }
      insert(mbid: slot.mbid, name: slot.name)
      if slot.name == Self.severalNames {
        let place = unsafe place(of: slot.mbid, in: slots)
        unsafe slots[place].name = Self.severalNames
      }
    }
  }

  /// Distinct MBIDs, and those with more than one name.
  var tally: RuleTally {
    var failed = 0
    for index in unsafe slots.indices
    where unsafe slots[index].mbid != 0 && slots[index].name == Self.severalNames {
      failed += 1
    }
    return RuleTally(units: count, failed: failed)
  }

  private func place(of mbid: UInt64, in slots: UnsafeMutableBufferPointer<Slot>) -> Int {
    var place = Int(truncatingIfNeeded: mbid) & (slots.count - 1)
    while unsafe slots[place].mbid != 0 && slots[place].mbid != mbid {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let larger = unsafe Self.freeSlots(slots.count * 2)
    for index in unsafe slots.indices where unsafe slots[index].mbid != 0 {
      unsafe larger[place(of: slots[index].mbid, in: larger)] = slots[index]
    }
    unsafe slots.deallocate()
    unsafe slots = larger
  }

  private static func freeSlots(_ count: Int) -> UnsafeMutableBufferPointer<Slot> {
    let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: count)
    unsafe slots.initialize(repeating: Slot())
    return unsafe slots
  }
}

/// The listens of one worker, kept by user in segments that never move.
///
/// A user's first segment is small and the next ones grow with the user, so that a million users of
/// few listens and a few users of a million listens both waste little; nothing is ever copied to
/// make room.
@safe struct ListenStore: ~Copyable {
  @safe private struct Segment: BitwiseCopyable {
    let records: UnsafeMutablePointer<ListenRecord>
    let capacity: Int32
    /// Segment of the same user before this one, or -1.
    let previous: Int32
  }

  @safe private struct Tail: BitwiseCopyable {
    var next: UnsafeMutablePointer<ListenRecord>?
    var end: UnsafeMutablePointer<ListenRecord>?
    var segment: Int32 = -1
    var fullCount = 0
  }

  /// Four MiB of memory from the system, which gets it back with the store.
  private final class Slab {
    private let pages: PageBuffer

    init(capacity: Int) {
      pages = PageBuffer(byteCount: capacity * MemoryLayout<ListenRecord>.stride)
      pages.askForLargePages()
    }

    var start: UnsafeMutablePointer<ListenRecord> {
      unsafe pages.start.assumingMemoryBound(to: ListenRecord.self)
    }
  }

  private static let slabCapacity = 349_525  // four MiB of records
  private static let largestSegment = 8192

  private var slabs: [Slab] = []
  private var slabUsed = slabCapacity
  private var segments: [Segment] = []
  private var tails = UnsafeMutableBufferPointer<Tail>.allocate(capacity: 0)

  init() {}

  deinit { unsafe tails.deallocate() }

  /// Keeps a listen of `user`.
  @inline(__always)
  mutating func append(_ record: ListenRecord, of user: Int) {
    if unsafe user >= tails.count || tails[user].next == tails[user].end { makeRoom(for: user) }
    unsafe tails[user].next?.initialize(to: record)
    unsafe tails[user].next = tails[user].next.map { unsafe $0 + 1 }
  }

  /// How many listens of `user` are kept.
  func count(of user: Int) -> Int {
    guard unsafe user < tails.count else { return 0 }
    return unsafe tails[user].fullCount + lastSegmentCount(of: user)
  }

  /// Copies the listens of `user` to the start of `target`, as they came, and tells how many.
  func copy(of user: Int, to target: UnsafeMutablePointer<ListenRecord>) -> Int {
    let copied = count(of: user)
    var end = copied
    unsafe forEachSegment(of: user) { records in
      guard let start = records.baseAddress else { return }
      end -= records.count
      unsafe (target + end).initialize(from: start, count: records.count)
    }
    return copied
  }

  /// Calls `body` with the listens of `user`, as they lie in memory, the last first.
  func forEachSegment(
    of user: Int, _ body: (UnsafeBufferPointer<ListenRecord>) throws -> Void
  ) rethrows {
    guard unsafe user < tails.count else { return }
    var segment = unsafe tails[user].segment
    var count = lastSegmentCount(of: user)
    while segment >= 0 {
      let current = segments[Int(segment)]
      try unsafe body(UnsafeBufferPointer(start: current.records, count: count))
      segment = current.previous
      if segment >= 0 { count = Int(segments[Int(segment)].capacity) }
    }
  }

  /// Memory taken so far.
  var byteCount: Int {
    unsafe slabs.count * Self.slabCapacity * MemoryLayout<ListenRecord>.stride
      + segments.capacity * MemoryLayout<Segment>.stride
      + tails.count * MemoryLayout<Tail>.stride
  }

  private func lastSegmentCount(of user: Int) -> Int {
    guard unsafe tails[user].segment >= 0, let next = unsafe tails[user].next else { return 0 }
    return unsafe next - segments[Int(tails[user].segment)].records
  }

  private mutating func makeRoom(for user: Int) {
    if unsafe user >= tails.count { growTails(toHold: user) }
    let kept = count(of: user)
    let capacity = min(max(4, kept / 4), Self.largestSegment)
    let records = unsafe room(for: capacity)
    unsafe segments.append(
      Segment(records: records, capacity: Int32(capacity), previous: tails[user].segment))
    unsafe tails[user] = Tail(
      next: records, end: records + capacity, segment: Int32(segments.count - 1), fullCount: kept)
  }

  private mutating func room(for capacity: Int) -> UnsafeMutablePointer<ListenRecord> {
    if slabUsed + capacity > Self.slabCapacity {
      slabs.append(Slab(capacity: Self.slabCapacity))
      slabUsed = 0
    }
    defer { slabUsed += capacity }
    return unsafe slabs[slabs.count - 1].start + slabUsed
  }

  private mutating func growTails(toHold user: Int) {
    let larger = UnsafeMutableBufferPointer<Tail>.allocate(capacity: max(1024, 2 * user))
    unsafe larger.initialize(repeating: Tail())
    for index in unsafe tails.indices { unsafe larger[index] = tails[index] }
    unsafe tails.deallocate()
    unsafe tails = larger
  }
}

/// The listens of one worker, kept by user in segments that never move.
///
/// A user's first segment is small and the next ones grow with the user, so that a million users of
/// few listens and a few users of a million listens both waste little; nothing is ever copied to
/// make room. Memory that is touched for the first time costs more than to pack and unpack a listen.
@safe struct ListenStore: ~Copyable {
  @safe private struct Segment: BitwiseCopyable {
    let words: UnsafeMutablePointer<UInt64>
    /// Index of its first listen among those of the user.
    let first: Int
    /// Segment of the same user before this one, or -1.
    let previous: Int32
  }

  @safe private struct Tail: BitwiseCopyable {
    var next: UnsafeMutablePointer<UInt64>?
    var end: UnsafeMutablePointer<UInt64>?
    var position = 0
    var count = 0
    var segment: Int32 = -1
  }

  /// Four MiB of memory from the system, which gets it back with the store.
  private final class Slab {
    private let pages: PageBuffer

    init() {
      pages = PageBuffer(byteCount: slabCapacity * MemoryLayout<UInt64>.stride)
      pages.askForLargePages()
    }

    var start: UnsafeMutablePointer<UInt64> {
      unsafe pages.start.assumingMemoryBound(to: UInt64.self)
    }
  }

  private static let slabCapacity = 1 << 19
  /// Words of the smallest segment, and of the largest.
  private static let smallestSegment = 4
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
    if unsafe user < tails.count, let next = unsafe tails[user].next, unsafe next != tails[user].end
    {
      let step = unsafe record.position - tails[user].position
      if StoredListen.fits(step: step) {
        unsafe next.initialize(to: StoredListen(record, step: step).word)
        unsafe tails[user].next = next + 1
        unsafe tails[user].position = record.position
        unsafe tails[user].count += 1
        return
      }
    }
    appendWithPosition(record, of: user)
  }

  /// How many listens of `user` are kept.
  func count(of user: Int) -> Int {
    unsafe user < tails.count ? tails[user].count : 0
  }

  /// Copies the listens of `user` to the start of `target`, as they came, and tells how many.
  func copy(of user: Int, to target: UnsafeMutablePointer<ListenRecord>) -> Int {
    forEachPacked(of: user) { segment, count in
      unsafe Self.unpack(segment, count, to: target + segment.first)
    }
    return count(of: user)
  }

  /// Calls `body` with the listens of `user` a segment at a time, the last first.
  func forEachSegment(
    of user: Int, _ body: (UnsafeBufferPointer<ListenRecord>) throws -> Void
  ) rethrows {
    try unsafe withUnsafeTemporaryAllocation(
      of: ListenRecord.self, capacity: Self.largestSegment
    ) { window in
      guard let start = window.baseAddress else { return }
      try forEachPacked(of: user) { segment, count in
        unsafe Self.unpack(segment, count, to: start)
        try unsafe body(UnsafeBufferPointer(start: start, count: count))
      }
    }
  }

  /// Memory taken so far.
  var byteCount: Int {
    unsafe slabs.count * Self.slabCapacity * MemoryLayout<UInt64>.stride
      + segments.capacity * MemoryLayout<Segment>.stride
      + tails.count * MemoryLayout<Tail>.stride
  }

  private func forEachPacked(
    of user: Int, _ body: (_ segment: Segment, _ count: Int) throws -> Void
  ) rethrows {
    var end = count(of: user)
    guard end > 0 else { return }
    var index = unsafe tails[user].segment
    while index >= 0 {
      let segment = segments[Int(index)]
      try body(segment, end - segment.first)
      end = segment.first
      index = segment.previous
    }
  }

  private static func unpack(
    _ segment: Segment, _ count: Int, to target: UnsafeMutablePointer<ListenRecord>
  ) {
    var next = unsafe segment.words
    var position = 0
    for index in 0..<count {
      let listen = unsafe StoredListen(word: next.pointee)
      unsafe next += 1
      if listen.step == 0 {
        position = unsafe Int(next.pointee)
        unsafe next += 1
      } else {
        position += listen.step
      }
      unsafe (target + index).initialize(to: listen.record(at: position))
    }
  }

  /// Keeps a listen that is the first of its segment or far from the one before.
  @inline(never)
  private mutating func appendWithPosition(_ record: ListenRecord, of user: Int) {
    if unsafe user >= tails.count { growTails(toHold: user) }
    var tail = unsafe tails[user]
    if unsafe tail.next == tail.end || tail.next.map({ unsafe $0 + 1 }) == tail.end {
      makeRoom(for: &tail)
    }
    if let next = unsafe tail.next {
      unsafe next.initialize(to: StoredListen(record, step: 0).word)
      unsafe (next + 1).initialize(to: UInt64(record.position))
      unsafe tail.next = next + 2
    }
    tail.position = record.position
    tail.count += 1
    unsafe tails[user] = tail
  }

  private mutating func makeRoom(for tail: inout Tail) {
    let capacity = min(max(Self.smallestSegment, tail.count / 8), Self.largestSegment)
    let words = unsafe room(for: capacity)
    unsafe segments.append(Segment(words: words, first: tail.count, previous: tail.segment))
    unsafe tail.next = words
    unsafe tail.end = words + capacity
    tail.segment = Int32(segments.count - 1)
  }

  private mutating func room(for capacity: Int) -> UnsafeMutablePointer<UInt64> {
    if slabUsed + capacity > Self.slabCapacity {
      slabs.append(Slab())
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

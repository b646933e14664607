/// The listens of one worker, kept by user in segments that never move.
///
/// A user's first segment is small and the next ones grow with the user, so that a million users of
/// few listens and a few users of a million listens both waste little; nothing is ever copied to
/// make room. Memory that is touched for the first time costs more than to pack and unpack a listen.
@safe struct ListenStore: ~Copyable {
  @safe private struct Segment: BitwiseCopyable {
    let bytes: UnsafeMutableRawPointer
    /// Index of its first listen among those of the user.
    let first: Int
    /// Segment of the same user before this one, or -1.
    let previous: Int32
  }

  @safe private struct Tail: BitwiseCopyable {
    var next: UnsafeMutableRawPointer?
    /// The last place where a listen of any form has room.
    var lastStart: UnsafeMutableRawPointer?
    /// Of the listen before.
    var position = 0
    var count = 0
    var seconds: UInt32 = 0
    var segment: Int32 = -1
  }

  /// Four MiB of memory from the system, which gets it back with the store.
  private final class Slab {
    private let pages: PageBuffer

    init() {
      pages = PageBuffer(byteCount: slabBytes)
      pages.askForLargePages()
    }

    var start: UnsafeMutableRawPointer { unsafe pages.start }
  }

  private static let slabBytes = 4 << 20
  /// Bytes of the smallest segment, and of the largest; multiples of eight.
  private static let smallestSegment = 32
  private static let largestSegment = 40_960
  /// Listens that the largest segment can hold.
  private static let mostInSegment = largestSegment / StoredListen.fewestBytes

  private var slabs: [Slab] = []
  private var slabUsed = slabBytes
  private var segments: [Segment] = []
  private var tails = UnsafeMutableBufferPointer<Tail>.allocate(capacity: 0)

  init() {}

  deinit { unsafe tails.deallocate() }

  /// Keeps a listen of `user`.
  @inline(__always)
  mutating func append(_ record: ListenRecord, of user: Int) {
    guard unsafe user < tails.count, let next = unsafe tails[user].next,
      let lastStart = unsafe tails[user].lastStart, unsafe next <= lastStart
    else { return appendInNewSegment(record, of: user) }
    let count = unsafe StoredListen.write(
      record, to: next, after: tails[user].seconds, tails[user].position)
    unsafe tails[user].next = next + count
    unsafe tails[user].position = record.position
    unsafe tails[user].seconds = record.seconds
    unsafe tails[user].count += 1
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
      of: ListenRecord.self, capacity: Self.mostInSegment
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
    unsafe slabs.count * Self.slabBytes
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
    var next = unsafe UnsafeRawPointer(segment.bytes)
    var (seconds, position) = (UInt32(0), 0)
    for index in 0..<count {
      let (record, byteCount) = unsafe StoredListen.read(next, after: seconds, position)
      unsafe (target + index).initialize(to: record)
      (seconds, position) = (record.seconds, record.position)
      unsafe next += byteCount
    }
  }

  /// Keeps a listen for which the user has no room left.
  @inline(never)
  private mutating func appendInNewSegment(_ record: ListenRecord, of user: Int) {
    if unsafe user >= tails.count { growTails(toHold: user) }
    var tail = unsafe tails[user]
    let capacity = Self.capacity(after: tail.count)
    let start = unsafe room(for: capacity)
    unsafe segments.append(Segment(bytes: start, first: tail.count, previous: tail.segment))
    unsafe tail.next = start + StoredListen.write(record, to: start, after: 0, .min)
    unsafe tail.lastStart = start + capacity - StoredListen.mostBytes
    tail.position = record.position
    tail.seconds = record.seconds
    tail.count += 1
    tail.segment = Int32(segments.count - 1)
    unsafe tails[user] = tail
  }

  /// Bytes of the next segment of a user with so many listens: room for an eighth more.
  private static func capacity(after count: Int) -> Int {
    min(max(smallestSegment, count / 8 * StoredListen.fewestBytes & ~7), largestSegment)
  }

  private mutating func room(for capacity: Int) -> UnsafeMutableRawPointer {
    if slabUsed + capacity > Self.slabBytes {
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

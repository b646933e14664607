/// The pairs of MBID and name that one worker has found and not yet put into the shared table.
///
/// They are handed over by the batch, so that a lock is taken for many at once.
@safe struct PendingMBIDNames: ~Copyable {
  private static let batchSize = 16

  private let shared: SharedMBIDNames
  /// A batch for each part of the table.
  private let pairs: UnsafeMutablePointer<MBIDNames.Pair>
  private let counts: UnsafeMutablePointer<Int>

  init(for shared: SharedMBIDNames) {
    self.shared = shared
    let room = SharedMBIDNames.partCount * Self.batchSize
    unsafe pairs = .allocate(capacity: room)
    unsafe pairs.initialize(repeating: MBIDNames.Pair(), count: room)
    unsafe counts = .allocate(capacity: SharedMBIDNames.partCount)
    unsafe counts.initialize(repeating: 0, count: SharedMBIDNames.partCount)
  }

  deinit {
    unsafe pairs.deallocate()
    unsafe counts.deallocate()
  }

  /// Takes in an MBID with a name, both by their hashes.
  @inline(__always)
  mutating func observe(mbid: UInt64, name: UInt64) {
    let part = SharedMBIDNames.part(of: mbid)
    unsafe pairs[part * Self.batchSize + counts[part]] = MBIDNames.Pair(mbid: mbid, name: name)
    unsafe counts[part] += 1
    if unsafe counts[part] == Self.batchSize { handOver(part) }
  }

  /// Hands over what is left.
  mutating func finish() {
    for part in 0..<SharedMBIDNames.partCount { handOver(part) }
  }

  private mutating func handOver(_ part: Int) {
    let batch = unsafe Span(_unsafeStart: pairs + part * Self.batchSize, count: counts[part])
    shared.insert(batch, into: part)
    unsafe counts[part] = 0
  }
}

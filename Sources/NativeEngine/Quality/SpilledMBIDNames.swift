import Synchronization

/// MBIDs and their names that did not fit into memory, in a temporary file.
final class SpilledMBIDNames: Sendable {
  /// Some pairs of one part of the table.
  private struct Chunk: Sendable {
    let offset: Int
    let pairCount: Int
  }

  private static let pairSize = MemoryLayout<MBIDNames.Pair>.stride

  private let file: TemporaryFile
  private let chunks = Mutex<[Int: [Chunk]]>([:])

  /// Makes a file in `directory`.
  init(in directory: String) throws {
    file = try TemporaryFile(in: directory)
  }

  /// Writes the pairs of a part.
  func write(_ pairs: [MBIDNames.Pair], of part: Int) throws {
    if pairs.isEmpty { return }
    let offset = file.reserve(pairs.count * Self.pairSize)
    try unsafe pairs.withUnsafeBytes { try unsafe file.write($0, at: offset) }
    chunks.withLock {
      $0[part, default: []].append(Chunk(offset: offset, pairCount: pairs.count))
    }
  }

  /// How many pairs of a part were written; an MBID may be in several.
  func pairCount(of part: Int) -> Int {
    chunks.withLock { $0[part, default: []].reduce(0) { $0 + $1.pairCount } }
  }

  /// Hands out what was written of a part, some pairs at a time.
  func forEach(of part: Int, _ body: (Span<MBIDNames.Pair>) throws -> Void) throws {
    for chunk in chunks.withLock({ $0[part, default: []] }) {
      let pairs = unsafe try [MBIDNames.Pair](
        unsafeUninitializedCapacity: chunk.pairCount
      ) { buffer, count in
        try unsafe file.read(into: UnsafeMutableRawBufferPointer(buffer), at: chunk.offset)
        count = chunk.pairCount
      }
      try body(pairs.span)
    }
  }
}

import Synchronization

/// The listens that did not fit into memory during the scan, in a temporary file.
///
/// Whenever a thread has no room left, it writes all that it keeps, as one chunk for each partition
/// of the users, and begins anew. A chunk has a head, with each of its users and how many rows they
/// have in it, and their records after that. Which partition a user belongs to follows from the id,
/// so that all chunks of a partition together hold everything about its users.
final class ListenSpill: Sendable {
  /// Where a chunk stands.
  struct Chunk: Sendable {
    let offset: Int
    let headSize: Int
    let userCount: Int
    let recordCount: Int
  }

  let partitionCount: Int
  let directory: String
  private let file = Mutex<TemporaryFile?>(nil)
  private let chunks: Mutex<[[Chunk]]>

  /// Makes no file before something is written.
  init(partitionCount: Int, in directory: String) {
    self.partitionCount = partitionCount
    self.directory = directory
    chunks = Mutex(Array(repeating: [], count: partitionCount))
  }

  /// Bytes written so far; 0 when everything is still in memory.
  var byteCount: Int { file.withLock { $0?.byteCount ?? 0 } }

  /// The file, made when it is first asked for.
  func openFile() throws -> TemporaryFile {
    try file.withLock { file in
      if let file { return file }
      let new = try TemporaryFile(in: directory)
      file = new
      return new
    }
  }

  func chunks(of partition: Int) -> [Chunk] {
    chunks.withLock { $0[partition] }
  }

  /// Rows of each partition that may be listens.
  var rowCounts: [Int] {
    chunks.withLock { $0.map { $0.reduce(0) { $0 + $1.recordCount } } }
  }

  /// Writes everything that a scanner keeps of its users.
  func write(_ scanner: borrowing RowScanner) throws {
    var users: [[Int]] = Array(repeating: [], count: partitionCount)
    for user in 0..<scanner.users.count {
      // A user who was taken up already has nothing here.
      guard scanner.rowCount(of: user) > 0 else { continue }
      users[partition(of: scanner.users.string(user))].append(user)
    }
    for partition in users.indices where !users[partition].isEmpty {
      try write(users[partition], of: scanner, to: partition)
    }
  }

  private func write(_ users: [Int], of scanner: borrowing RowScanner, to partition: Int) throws {
    var head = PackedBytes()
    var recordCount = 0
    for user in users {
      let count = scanner.store.count(of: user)
      recordCount += count
      head.append(UInt32(count))
      head.append(UInt32(scanner.rejectsByUser[user] ?? 0))
      head.append(text: Array(scanner.users.string(user)))
    }
    let recordSize = MemoryLayout<ListenRecord>.stride
    let file = try openFile()
    let offset = file.reserve(head.bytes.count + recordCount * recordSize)
    var buffer = SpillBuffer(file, at: offset)
    try unsafe head.bytes.withUnsafeBytes { try unsafe buffer.append($0) }
    for user in users {
      try unsafe scanner.store.forEachSegment(of: user) { records in
        try unsafe buffer.append(UnsafeRawBufferPointer(records))
      }
    }
    try buffer.flush()
    let chunk = Chunk(
      offset: offset, headSize: head.bytes.count, userCount: users.count, recordCount: recordCount)
    chunks.withLock { $0[partition].append(chunk) }
  }

  /// FNV-1a, by Fowler, Noll and Vo: ids are short, and their last digits must count.
  private func partition(of id: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash >> 32) % UInt64(partitionCount))
  }
}

import ListeningSessions

/// The users of one partition of a spill, and where their records stand.
struct Partition: ~Copyable {
  /// A user with how many rows the scan kept, listens and duplicates, and how many it rejected.
  struct User {
    let id: [UInt8]
    var rowCount = 0
    var rejectCount = 0
  }

  /// What a chunk holds of its users, in the order of its records.
  private struct Part {
    let user: Int32
    let recordCount: UInt32
  }

  private let chunks: [ListenSpill.Chunk]
  private var parts: [[Part]] = []
  private var reader: SpillReader
  /// In order of their ids.
  private(set) var users: [User] = []

  /// Reads the heads of a partition's chunks.
  static func open(_ number: Int, of spill: ListenSpill) throws -> Partition {
    var partition = Partition(
      chunks: spill.chunks(of: number), reader: SpillReader(try spill.openFile()))
    try partition.readHeads()
    return partition
  }

  private init(chunks: [ListenSpill.Chunk], reader: consuming SpillReader) {
    self.chunks = chunks
    self.reader = reader
  }

  /// Users whose records fit into memory together, at most `limit` of them; one user may have more.
  func groups(ofAtMost limit: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    var count = 0
    for user in users.indices {
      if user > start, count + users[user].rowCount > limit {
        groups.append(start..<user)
        (start, count) = (user, 0)
      }
      count += users[user].rowCount
    }
    if start < users.count { groups.append(start..<users.count) }
    return groups
  }

  /// Copies the records of a group of users, one user's after another, to the start of `target`.
  mutating func copy(
    _ group: Range<Int>, to target: UnsafeMutablePointer<ListenRecord>
  ) throws {
    var next: [Int] = []
    var total = 0
    for user in group {
      next.append(total)
      total += users[user].rowCount
    }
    try forEachPart { user, count, reader in
      guard group.contains(user) else {
        reader.skip(count * MemoryLayout<ListenRecord>.stride)
        return
      }
      let place = next[user - group.lowerBound]
      next[user - group.lowerBound] += count
      try unsafe reader.copy(count * MemoryLayout<ListenRecord>.stride, to: target + place)
    }
  }

  /// Hands out the records of one user a window at a time, in no order.
  mutating func forEachRecord(
    of user: Int, through window: borrowing RecordBuffer,
    _ body: (UnsafeBufferPointer<ListenRecord>) throws -> Void
  ) throws {
    let start = unsafe window.start
    try forEachPart { other, count, reader in
      guard other == user else {
        reader.skip(count * MemoryLayout<ListenRecord>.stride)
        return
      }
      var left = count
      while left > 0 {
        let piece = min(left, RecordBuffer.windowCount)
        try unsafe reader.copy(piece * MemoryLayout<ListenRecord>.stride, to: start)
        try unsafe body(UnsafeBufferPointer(start: start, count: piece))
        left -= piece
      }
    }
  }

  private mutating func forEachPart(
    _ body: (_ user: Int, _ count: Int, _ reader: inout SpillReader) throws -> Void
  ) throws {
    for (chunk, parts) in zip(chunks, parts) {
      let start = chunk.offset + chunk.headSize
      reader.begin(start..<start + chunk.recordCount * MemoryLayout<ListenRecord>.stride)
      for part in parts { try body(Int(part.user), Int(part.recordCount), &reader) }
    }
  }

  private mutating func readHeads() throws {
    var numbers = StringDictionary()
    for chunk in chunks {
      reader.begin(chunk.offset..<chunk.offset + chunk.headSize)
      var head = PackedBytesReader(try reader.bytes(chunk.headSize))
      var parts: [Part] = []
      while !head.isAtEnd {
        let recordCount: UInt32 = try head.number()
        let rejectCount: UInt32 = try head.number()
        let id = try head.text()
        let user = numbers.number(of: id.span)
        if user == users.count { users.append(User(id: id)) }
        users[user].rowCount += Int(recordCount)
        users[user].rejectCount += Int(rejectCount)
        parts.append(Part(user: Int32(user), recordCount: recordCount))
      }
      self.parts.append(parts)
    }
    sortUsers()
  }

  private mutating func sortUsers() {
    let order = users.indices.sorted { users[$0].id.lexicographicallyPrecedes(users[$1].id) }
    var places = Array(repeating: Int32(0), count: users.count)
    for (place, user) in order.enumerated() { places[user] = Int32(place) }
    users = order.map { users[$0] }
    parts = parts.map { chunk in
      chunk.map { Part(user: places[Int($0.user)], recordCount: $0.recordCount) }
    }
  }
}

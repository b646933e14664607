import ListeningSessions

/// The users of one partition of a spill, and where their records stand.
struct Partition: ~Copyable {
  /// A user with how many rows the scan kept, listens and duplicates, and how many it rejected.
  struct User {
    let id: [UInt8]
    let rowCount: Int
    let rejectCount: Int
  }

  /// What a chunk holds of its users, in the order of its records.
  private struct Part {
    /// The user's number.
    let user: UInt32
    let recordCount: UInt32
  }

  /// What all chunks hold of a user.
  private struct Counts {
    var rows: UInt32 = 0
    var rejects: UInt32 = 0
  }

  private let chunks: [ListenSpill.Chunk]
  private var parts: [[Part]] = []
  private var reader: SpillReader
  /// Numbers the users as they come up.
  private var ids = StringDictionary()
  /// By number.
  private var counts: [Counts] = []
  /// Numbers of the users in order of their ids; places are indices of it.
  private var numbers: [UInt32] = []
  /// The other way round.
  private var places: [UInt32] = []

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

  var userCount: Int { numbers.count }

  /// A user by the place in the order of ids.
  func user(_ place: Int) -> User {
    let number = Int(numbers[place])
    return User(
      id: Array(ids.string(number)), rowCount: Int(counts[number].rows),
      rejectCount: Int(counts[number].rejects))
  }

  /// Rows that the scan kept of a user.
  func rowCount(of place: Int) -> Int { Int(counts[Int(numbers[place])].rows) }

  /// Memory taken by what is known of the users.
  var byteCount: Int {
    ids.byteCount + (counts.capacity + parts.reduce(0) { $0 + $1.capacity }) * 8
      + (numbers.capacity + places.capacity) * 4
  }

  /// Users whose records fit into memory together, at most `limit` of them; one user may have more.
  func groups(ofAtMost limit: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    var count = 0
    for place in 0..<userCount {
      if place > start, count + rowCount(of: place) > limit {
        groups.append(start..<place)
        (start, count) = (place, 0)
      }
      count += rowCount(of: place)
    }
    if start < userCount { groups.append(start..<userCount) }
    return groups
  }

  /// Copies the records of a group of users, one user's after another, to the start of `target`.
  mutating func copy(
    _ group: Range<Int>, to target: UnsafeMutablePointer<ListenRecord>
  ) throws {
    var next: [Int] = []
    var total = 0
    next.reserveCapacity(group.count)
    for place in group {
      next.append(total)
      total += rowCount(of: place)
    }
    try forEachPart { place, count, reader in
      guard group.contains(place) else {
        reader.skip(count * MemoryLayout<ListenRecord>.stride)
        return
      }
      let start = next[place - group.lowerBound]
      next[place - group.lowerBound] += count
      try unsafe reader.copy(count * MemoryLayout<ListenRecord>.stride, to: target + start)
    }
  }

  /// Hands out the records of one user a window at a time, in no order.
  mutating func forEachRecord(
    of place: Int, through window: borrowing RecordBuffer,
    _ body: (UnsafeBufferPointer<ListenRecord>) throws -> Void
  ) throws {
    let start = unsafe window.start
    try forEachPart { other, count, reader in
      guard other == place else {
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
    _ body: (_ place: Int, _ count: Int, _ reader: inout SpillReader) throws -> Void
  ) throws {
    for (chunk, parts) in zip(chunks, parts) {
      let start = chunk.offset + chunk.headSize
      reader.begin(start..<start + chunk.recordCount * MemoryLayout<ListenRecord>.stride)
      for part in parts { try body(Int(places[Int(part.user)]), Int(part.recordCount), &reader) }
    }
  }

  private mutating func readHeads() throws {
    for chunk in chunks {
      reader.begin(chunk.offset..<chunk.offset + chunk.headSize)
      var head = PackedBytesReader(try reader.bytes(chunk.headSize))
      var parts: [Part] = []
      parts.reserveCapacity(chunk.userCount)
      while !head.isAtEnd {
        let recordCount: UInt32 = try head.number()
        let rejectCount: UInt32 = try head.number()
        let id = try head.text()
        let user = ids.number(of: id.span)
        if user == counts.count { counts.append(Counts()) }
        counts[user].rows += recordCount
        counts[user].rejects += rejectCount
        parts.append(Part(user: UInt32(user), recordCount: recordCount))
      }
      self.parts.append(parts)
    }
    sortUsers()
  }

  private mutating func sortUsers() {
    numbers = (0..<UInt32(ids.count)).map { $0 }
    numbers.sort { ids.precedes(Int($0), Int($1)) }
    places = Array(repeating: 0, count: numbers.count)
    for (place, number) in numbers.enumerated() { places[Int(number)] = UInt32(place) }
  }
}

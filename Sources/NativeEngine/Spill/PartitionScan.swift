import ListeningSessions

/// Takes the users of a spill, partition after partition; one for each worker.
struct PartitionScan: ~Copyable {
  private let spill: ListenSpill
  private let files: StageFiles
  private let firsts: [Int]
  private let orderBytes: Int
  private let takenUsers: TakenUsers
  /// Blocks of the files that were written of the current partition.
  private var blockCount = 0
  private var pass: UserPass
  private var order: ListenOrder
  private var records = RecordBuffer()
  private var spare = RecordBuffer()

  /// Prepares for partitions.
  ///
  /// - Parameters:
  ///   - pass: what is done with each user.
  ///   - spill: where the users are.
  ///   - files: where their listens go in order, and their sessions.
  ///   - order: puts listens in order.
  ///   - orderBytes: memory for a partition's users and for listens that are put in order.
  ///   - takenUsers: those who must have no rows any more.
  init(
    _ pass: consuming UserPass, of spill: ListenSpill, files: StageFiles,
    order: consuming ListenOrder, orderBytes: Int, takenUsers: TakenUsers
  ) {
    self.pass = pass
    self.spill = spill
    self.files = files
    self.order = order
    self.orderBytes = orderBytes
    self.takenUsers = takenUsers
    firsts = spill.rowCounts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  /// Takes all users of a partition.
  mutating func take(_ number: Int) throws {
    var partition = try Partition.open(number, of: spill)
    let limit = recordLimit(beside: partition)
    var first = firsts[number]
    blockCount = 0
    for group in partition.groups(ofAtMost: limit) {
      let rowCount = group.reduce(0) { $0 + partition.rowCount(of: $1) }
      if rowCount > limit {
        try takeLargeUser(group.lowerBound, of: &partition, at: first, limit)
      } else {
        try take(group, of: &partition, number, at: first)
      }
      first += rowCount
    }
    try writeBlock(of: number)
  }

  consuming func finish() -> UserScan { pass.finish() }

  /// How many listens may be put in order at once: half of the room is for them, half for the copy
  /// that sorting needs.
  private func recordLimit(beside partition: borrowing Partition) -> Int {
    let room = max(orderBytes - partition.byteCount, orderBytes / 4)
    return max(1, room / MemoryLayout<ListenRecord>.stride / 2)
  }

  /// Writes what is kept of the users that were taken since the block before.
  private mutating func writeBlock(of partition: Int) throws {
    let results = try pass.takeResults()
    if results.isEmpty { return }
    try files.write(results, as: BlockNumber(run: partition, place: blockCount))
    blockCount += 1
  }

  private mutating func take(
    _ group: Range<Int>, of partition: inout Partition, _ number: Int, at first: Int
  ) throws {
    records.makeRoom(for: group.reduce(0) { $0 + partition.rowCount(of: $1) })
    spare.makeRoom(for: group.reduce(0) { max($0, partition.rowCount(of: $1)) })
    try unsafe partition.copy(group, to: records.start)
    var start = 0
    for place in group {
      let user = partition.user(place)
      var duplicates = Duplicates()
      let listens = try unsafe order.arrange(
        records.start + start, spare: spare.start, count: user.rowCount, duplicates: &duplicates)
      let history = unsafe RecordHistory(
        userID: Text(utf8: user.id), records: listens, duplicates: duplicates)
      try takenUsers.requireNew(history.userID)
      pass.takeUser(history.userID, rowCount: user.rowCount + user.rejectCount)
      try pass.take(history, number: -1, at: first + start)
      if pass.hasBlock { try writeBlock(of: number) }
      start += user.rowCount
    }
  }

  /// Puts the listens of a user in order slice after slice of time, and looks at them in the file.
  private mutating func takeLargeUser(
    _ place: Int, of partition: inout Partition, at first: Int, _ limit: Int
  ) throws {
    let user = partition.user(place)
    let window = RecordBuffer.window()
    var slices = TimeSlices()
    try unsafe partition.forEachRecord(of: place, through: window) { records in
      unsafe slices.count(records)
    }
    var duplicates = Duplicates()
    try pass.beginListens(at: first)
    for slice in slices.slices(ofAtMost: limit) {
      try take(slice, ofUser: place, of: &partition, duplicates: &duplicates)
    }
    let id = Text(utf8: user.id)
    try takenUsers.requireNew(id)
    pass.takeUser(id, rowCount: user.rowCount + user.rejectCount)
    try pass.takeListens(of: id, duplicates: duplicates)
  }

  private mutating func take(
    _ slice: (seconds: ClosedRange<UInt32>, count: Int), ofUser place: Int,
    of partition: inout Partition, duplicates: inout Duplicates
  ) throws {
    records.makeRoom(for: slice.count)
    spare.makeRoom(for: slice.count)
    let target = unsafe records.start
    let window = RecordBuffer.window()
    var count = 0
    try unsafe partition.forEachRecord(of: place, through: window) { records in
      for index in 0..<records.count
      where unsafe slice.seconds.contains(records[index].seconds) {
        unsafe target[count] = records[index]
        count += 1
      }
    }
    try unsafe pass.appendListens(
      order.arrange(target, spare: spare.start, count: count, duplicates: &duplicates))
  }
}

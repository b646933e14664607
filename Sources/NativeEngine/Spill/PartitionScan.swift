import ListeningSessions

/// Takes the users of a spill, partition after partition; one for each worker.
struct PartitionScan: ~Copyable {
  private let spill: ListenSpill
  private let files: StageFiles
  private let firsts: [Int]
  private let limit: Int
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
  ///   - orderBytes: memory for listens that are put in order.
  init(
    _ pass: consuming UserPass, of spill: ListenSpill, files: StageFiles,
    order: consuming ListenOrder,
    orderBytes: Int
  ) {
    self.pass = pass
    self.spill = spill
    self.files = files
    self.order = order
    // Half of it for the records, half for the copy that sorting needs.
    limit = max(1, orderBytes / MemoryLayout<ListenRecord>.stride / 2)
    firsts = spill.rowCounts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  /// Takes all users of a partition.
  mutating func take(_ number: Int) throws {
    var partition = try Partition.open(number, of: spill)
    var first = firsts[number]
    for group in partition.groups(ofAtMost: limit) {
      let rowCount = group.reduce(0) { $0 + partition.users[$1].rowCount }
      if rowCount > limit {
        try takeLargeUser(group.lowerBound, of: &partition, at: first)
      } else {
        try take(group, of: &partition, at: first)
      }
      first += rowCount
    }
    try files.write(block: number, pass.takeResults())
  }

  consuming func finish() -> UserScan { pass.finish() }

  private mutating func take(
    _ group: Range<Int>, of partition: inout Partition, at first: Int
  ) throws {
    let users = partition.users[group]
    records.makeRoom(for: users.reduce(0) { $0 + $1.rowCount })
    spare.makeRoom(for: users.map(\.rowCount).max() ?? 0)
    try unsafe partition.copy(group, to: records.start)
    var start = 0
    for user in users {
      var duplicates = Duplicates()
      let listens = unsafe records.start + start
      let count = try unsafe order.arrange(
        listens, spare: spare.start, count: user.rowCount, duplicates: &duplicates)
      let history = unsafe RecordHistory(
        userID: Text(utf8: user.id),
        records: UnsafeBufferPointer(start: listens, count: count), duplicates: duplicates)
      pass.takeUser(history.userID, rowCount: user.rowCount + user.rejectCount)
      try pass.take(history, number: -1, at: first + start)
      start += user.rowCount
    }
  }

  /// Puts the listens of a user in order slice after slice of time, and looks at them in the file.
  private mutating func takeLargeUser(
    _ user: Int, of partition: inout Partition, at first: Int
  ) throws {
    let window = RecordBuffer.window()
    var slices = TimeSlices()
    try unsafe partition.forEachRecord(of: user, through: window) { records in
      unsafe slices.count(records)
    }
    var duplicates = Duplicates()
    pass.beginListens(at: first)
    for slice in slices.slices(ofAtMost: limit) {
      try take(slice, ofUser: user, of: &partition, duplicates: &duplicates)
    }
    let id = Text(utf8: partition.users[user].id)
    pass.takeUser(
      id, rowCount: partition.users[user].rowCount + partition.users[user].rejectCount)
    try pass.takeListens(of: id, duplicates: duplicates)
  }

  private mutating func take(
    _ slice: (seconds: ClosedRange<UInt32>, count: Int), ofUser user: Int,
    of partition: inout Partition, duplicates: inout Duplicates
  ) throws {
    records.makeRoom(for: slice.count)
    spare.makeRoom(for: slice.count)
    let target = unsafe records.start
    let window = RecordBuffer.window()
    var count = 0
    try unsafe partition.forEachRecord(of: user, through: window) { records in
      for index in 0..<records.count
      where unsafe slice.seconds.contains(records[index].seconds) {
        unsafe target[count] = records[index]
        count += 1
      }
    }
    let kept = try unsafe order.arrange(
      target, spare: spare.start, count: count, duplicates: &duplicates)
    try unsafe pass.appendListens(UnsafeBufferPointer(start: target, count: kept))
  }
}

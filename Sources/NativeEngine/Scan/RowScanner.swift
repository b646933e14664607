import ListeningSessions

/// Judges the lines of block after block and keeps the listens; one for each worker.
///
/// An ordinary row is accepted on sight: five tabs, a line feed, a timestamp of twenty bytes,
/// names that say something, valid UTF-8. Every other row, good or bad, is judged by `ListenLine`,
/// so that there is one rule only.
@safe struct RowScanner: ~Copyable {
  var users = StringDictionary()
  private(set) var store = ListenStore()
  private var runs: UserRuns
  /// Numbers of the users who were taken up.
  private(set) var takenUsers: Set<Int> = []
  /// Why a user could not be taken up.
  private var failure: (any Error)?
  private(set) var outcomes: [BlockOutcome] = []
  var rejects = RejectStore()
  var quality: QualityScan?
  /// Rejects with a finding of severity error.
  private(set) var rejectsWithErrors = 0
  /// Lengths of the blank user ids of readable rows.
  var rowsWithoutUser = LengthSummary()
  /// Readable rows that are no listens, by user.
  var rejectsByUser: [Int: Int] = [:]
  private var isUnreadableAnError: [RejectReason: Bool] = [:]
  private var timestamp = ZuluTimestamp()
  private var lastUser = LastUser()
  private var order = RowOrder()
  private var pending = PendingRows()
  private var lastBlock = -1
  private let isJudging: Bool
  private let hashesAll: Bool
  /// The last eight bytes of the timestamp of the row before.
  private var lastTime: UInt64 = 0
  /// Position in the input set of the first byte of the current buffer.
  private(set) var base = 0
  private var lineNumber = 0
  private var noRowCount = 0
  private var blankLineCount = 0

  /// The user of the row before, whose id most often stands in the next row too.
  private struct LastUser: BitwiseCopyable {
    var number = 0
    var start = 0
    var count = -1
    /// Whether the row before was of the same user, as far as that is known.
    var isSame = false
  }

  /// Scans with or without the rules of quality, and takes users up on the way if there is a plan
  /// for it.
  ///
  /// - Parameters:
  ///   - rules: nil without quality.
  ///   - plan: nil leaves all users in the store.
  ///   - hashesAll: whether the names of every row are hashed; otherwise only those of rows beside
  ///     which there may be one of the same second, and duplicates elsewhere are read again.
  init(_ rules: QualityRules?, runs plan: UserRuns.Plan? = nil, hashesAll: Bool = true) {
    isJudging = rules != nil
    runs = UserRuns(plan)
    self.hashesAll = hashesAll
    if let rules {
      quality = QualityScan(rules)
      isUnreadableAnError = [
        .fieldCount: rules.isError(rules.rules.fieldCount),
        .invalidUTF8: rules.isError(rules.rules.utf8),
      ]
    }
  }

  /// Scans the lines of block number `block`, which `buffer` holds.
  ///
  /// - Parameters:
  ///   - block: number of the block among all.
  ///   - buffer: its lines.
  ///   - fileBase: position of the file's first byte in the input set.
  ///   - checksum: of the block's bytes, kept with what it held.
  /// - Throws: `ScatteredUser`; `AnalysisError` when rows cannot be read again.
  mutating func scan(
    _ block: Int, in buffer: borrowing BlockBuffer, fileBase: Int, checksum: UInt64 = 0
  ) throws {
    let firstReject = rejects.count
    base = fileBase + buffer.fileOffset
    lastUser.count = -1
    if block != lastBlock + 1 { runs.interrupt(store: &store) }
    lastBlock = block
    (lineNumber, noRowCount, blankLineCount) = (0, 0, 0)
    let start = buffer.fileOffset == 0 ? startAfterPreamble(of: buffer) : buffer.start
    let rest = scanIndexedLines(of: buffer, from: start)
    takePendingRows(of: buffer)
    if rest < buffer.end { takeLine(rest..<buffer.end - 1, of: buffer) }
    outcomes.append(
      BlockOutcome(
        block: block, lineCount: lineNumber, rowCount: lineNumber - noRowCount,
        blankLineCount: blankLineCount, rejects: firstReject..<rejects.count, checksum: checksum))
    if let failure { throw failure }
  }

  /// Memory taken by what is kept of the users, as far as it can be spilled.
  var keptBytes: Int {
    store.byteCount + (takenUsers.isEmpty ? users.byteCount : 0) + rejectsByUser.capacity * 32
  }

  /// Settles what the rules still hold; called once, after the last block.
  ///
  /// - Returns: what was found of the users who were taken up.
  mutating func finish() -> UserScan? {
    quality?.finish()
    return runs.finish(store: &store)
  }

  /// Rows of the user with most of them.
  var largestUser: Int { (0..<users.count).reduce(0) { max($0, store.count(of: $1)) } }

  /// Hands everything about the users on and begins anew.
  mutating func spill(to spill: ListenSpill) throws {
    runs.interrupt(store: &store)
    try spill.write(self)
    store = ListenStore()
    rejectsByUser = [:]
    lastUser.count = -1
    // Who was taken up must be known when there are further rows.
    if takenUsers.isEmpty { users = StringDictionary() }
    runs.forget(userCount: users.count)
  }

  /// Where the rows of a file start: behind a byte-order mark and a header.
  private mutating func startAfterPreamble(of buffer: borrowing BlockBuffer) -> Int {
    let start = buffer.hasByteOrderMark ? 3 : 0
    guard let end = buffer.firstLineEnd(from: start) else { return start }
    // A byte-order mark with nothing behind it begins no line.
    if start == end, end + 1 == buffer.end, buffer.isLastFeedAdded { return buffer.end }
    guard ListenLine.isHeader(buffer.line(start..<end)) else { return start }
    lineNumber += 1
    noRowCount += 1
    return end + 1
  }

  /// Takes the lines whose separators are known; returns where the rest begins.
  private mutating func scanIndexedLines(of buffer: borrowing BlockBuffer, from first: Int) -> Int {
    let separators = unsafe buffer.separators
    let count = buffer.separatorCount
    var start = first
    var entry = 0
    while entry < count, unsafe Int(separators[entry] & ~BlockBuffer.lineFeed) < start {
      entry += 1
    }
    while entry < count {
      if entry + 6 <= count, unsafe isSixFields(separators + entry),
        unsafe takeOrdinaryRow(of: buffer, from: start, tabs: separators + entry, firstTab: entry)
      {
        unsafe start = Int(separators[entry + 5] & ~BlockBuffer.lineFeed) + 1
        entry += 6
        lineNumber += 1
        continue
      }
      while unsafe separators[entry] & BlockBuffer.lineFeed == 0 { entry += 1 }
      let end = unsafe Int(separators[entry] & ~BlockBuffer.lineFeed)
      takeLine(start..<end, of: buffer)
      start = end + 1
      entry += 1
    }
    return start
  }

  /// Whether five tabs and then a line feed follow.
  @inline(__always)
  private func isSixFields(_ at: UnsafePointer<UInt32>) -> Bool {
    let tabs = unsafe at[0] | at[1] | at[2] | at[3] | at[4]
    return unsafe (~tabs & at[5]) & BlockBuffer.lineFeed != 0
  }

  /// Keeps the row if it is an ordinary listen; false leaves it to `takeLine`.
  @inline(__always)
  private mutating func takeOrdinaryRow(
    of buffer: borrowing BlockBuffer, from start: Int, tabs: UnsafePointer<UInt32>, firstTab: Int
  ) -> Bool {
    let bytes = unsafe buffer.bytes
    let userEnd = unsafe Int(tabs[0])
    let timeEnd = unsafe Int(tabs[1])
    let artist = unsafe Int(tabs[2]) + 1
    let artistEnd = unsafe Int(tabs[3])
    let track = unsafe Int(tabs[4]) + 1
    let feed = unsafe Int(tabs[5] & ~BlockBuffer.lineFeed)
    let trackEnd = unsafe feed - (bytes[feed - 1] == 0x0D && feed > track ? 1 : 0)
    guard timeEnd - userEnd == ZuluTimestamp.byteCount + 1,
      buffer.isAllUTF8 || buffer.isASCII(start..<feed) || buffer.isValidUTF8(start..<trackEnd),
      buffer.isNotBlank(start..<userEnd),
      buffer.isNotBlank(artist..<artistEnd),
      buffer.isNotBlank(track..<trackEnd),
      let seconds = unsafe timestamp.seconds(at: bytes + userEnd + 1)
    else { return false }
    let names = unsafe RowNames(
      bytes: bytes, artistMBID: timeEnd + 1..<artist - 1, artistName: artist..<artistEnd,
      trackMBID: artistEnd + 1..<track - 1, trackName: track..<trackEnd, position: base + start)
    let mayShareSecond = unsafe mayShareSecond(of: buffer, tabs, firstTab)
    guard isJudging else {
      keep(
        names, user: start..<userEnd, seconds: seconds, hasError: false,
        mayShareSecond: mayShareSecond)
      return true
    }
    guard names.hasMBIDLengths else { return false }
    let playHash = names.playHash
    quality?.prefetch(playHash)
    pending.append(
      PendingRows.Row(
        names, playHash: playHash, start: start, firstTab: firstTab, seconds: seconds,
        mayShareSecond: mayShareSecond))
    if pending.isFull { takePendingRows(of: buffer) }
    return true
  }

  /// Whether the row before or the next one may be of the same second; in time order there are no
  /// others.
  @inline(__always)
  private mutating func mayShareSecond(
    of buffer: borrowing BlockBuffer, _ tabs: UnsafePointer<UInt32>, _ firstTab: Int
  ) -> Bool {
    let time = unsafe ByteHash.word(buffer.bytes + Int(tabs[1]) - 8)
    defer { lastTime = time }
    guard !hashesAll, buffer.separatorCount - firstTab >= 8 else { return true }
    let next = unsafe Int(tabs[7] & ~BlockBuffer.lineFeed)
    return unsafe time == lastTime || time == ByteHash.word(buffer.bytes + next - 8)
  }

  /// Judges and keeps the rows that wait.
  private mutating func takePendingRows(of buffer: borrowing BlockBuffer) {
    for index in 0..<pending.count {
      let row = pending[index]
      let names = row.names(in: buffer, base: base)
      var hasError = quality?.takeOrdinaryRow(names, playHash: row.playHash, seconds: row.seconds)
      if hasError == nil {
        hasError = judgeQuality(row.line(in: buffer), of: buffer, isListen: true)
      }
      keep(
        names, user: row.user(in: buffer), seconds: row.seconds, hasError: hasError == true,
        mayShareSecond: row.mayShareSecond)
    }
    pending.removeAll()
  }

  @inline(__always)
  private mutating func keep(
    _ names: RowNames, user: Range<Int>, seconds: UInt32, hasError: Bool, mayShareSecond: Bool
  ) {
    let user = unsafe number(ofUser: user, names.bytes)
    let isOrdered = order.goesOn(with: user, at: seconds)
    let hash =
      mayShareSecond || !lastUser.isSame || !isOrdered
      ? ListenRecord.nameHash(ofSong: names.songHash) : ListenRecord.noHash
    let record = ListenRecord(
      seconds: seconds, position: UInt64(names.position), nameHash: hash, hasError: hasError)
    if !runs.gather(record, store: &store) { store.append(record, of: user) }
  }

  @inline(__always)
  private mutating func number(ofUser id: Range<Int>, _ bytes: UnsafePointer<UInt8>) -> Int {
    let isSame =
      unsafe id.count == lastUser.count
      && ByteHash.equal(bytes + id.lowerBound, bytes + lastUser.start, id.count)
    if !isSame {
      unsafe lastUser.number = users.number(of: bytes + id.lowerBound, id.count)
      lastUser.count = id.count
      if !runs.goesOn(with: lastUser.number) { changeRun() }
    }
    lastUser.isSame = isSame
    lastUser.start = id.lowerBound
    return lastUser.number
  }

  /// Ends the run of one user's rows, if the last one is of another, and begins the next.
  @inline(never)
  private mutating func changeRun() {
    guard failure == nil else { return }
    do {
      if let user = try runs.end(users: users, rejects: &rejectsByUser, store: &store) {
        takenUsers.insert(user)
      }
      if !takenUsers.isEmpty, takenUsers.contains(lastUser.number) { throw ScatteredUser() }
      runs.begin(lastUser.number, in: store)
    } catch {
      failure = error
    }
  }

  /// Lets the rule itself judge a line.
  private mutating func takeLine(_ line: Range<Int>, of buffer: borrowing BlockBuffer) {
    takePendingRows(of: buffer)
    switch ListenLine.judge(buffer.line(line)) {
    case .blankLine:
      noRowCount += 1
      blankLineCount += 1
    case .listen(let fields):
      let start = line.lowerBound
      let hasError = judgeQuality(line, of: buffer, isListen: true)
      let names = unsafe RowNames(
        bytes: buffer.bytes, artistName: fields.artistName.shifted(by: start),
        trackName: fields.trackName.shifted(by: start), position: base + start)
      keep(
        names, user: fields.userID.shifted(by: start),
        seconds: fields.listenedAt.secondsSinceEpoch, hasError: hasError, mayShareSecond: true)
    case .reject(let reason):
      let isUnreadable = isUnreadableAnError[reason] ?? false
      if judgeQuality(line, of: buffer, isListen: false) || isUnreadable { rejectsWithErrors += 1 }
      rejects.append(
        RejectReference(
          position: base + line.lowerBound, line: UInt32(lineNumber), reason: reason))
    }
    lineNumber += 1
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> {
    lowerBound + offset..<upperBound + offset
  }
}

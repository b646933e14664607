import ListeningSessions

/// Takes users up as soon as all their rows seem to be read; one for each worker.
///
/// Most histories are grouped by user. A run of one user's rows that begins and ends within what a
/// worker reads in one go is gathered here, put in order, judged and cut into sessions at once, while
/// it is still in the core's own cache, and its memory serves for the next: memory that is touched
/// for the first time costs as much as reading the rows. All other rows go to the store. If a user
/// who was taken up has rows elsewhere after all, the run begins anew without (`ScatteredUser`).
@safe struct UserRuns: ~Copyable {
  /// How users are taken up.
  struct Plan: Sendable {
    let settings: AnalysisSettings
    let quality: QualityRules?
    let inputs: InputSet
    /// Listens in a run that is taken up; fewer save nothing, more do not fit into memory in order.
    let listenCounts: ClosedRange<Int>
  }

  /// Listens for which there is room at once.
  private static let fewestListens = 4096
  /// How many runs that were not taken up weigh as much as one that was, and how many end it all.
  private static let failuresOfOne = 1_000
  private static let mostFailures = 100_000

  private let listenCounts: ClosedRange<Int>
  /// The user of the rows that come now, nil at first.
  private var user: Int?
  /// Whether the rows before the next one are known, if only that there are none.
  private var isJoined = true
  /// Users below this number have rows that are not in the store any more.
  private var firstNewUser = 0
  private var pass: UserPass?
  private var order: ListenOrder?
  private var records = RecordBuffer()
  private var spare = RecordBuffer()
  private var count = 0
  /// How many listens have room; none when rows go to the store.
  private var capacity = 0
  /// Runs that were not taken up, less those that were by their weight.
  private var failures = 0

  /// Leaves all rows to the store if there is no plan.
  init(_ plan: Plan?) {
    listenCounts = plan?.listenCounts ?? 0...0
    guard let plan else { return }
    pass = UserPass(plan.settings, plan.quality, files: StageFiles())
    order = ListenOrder(plan.inputs, ordersSeconds: plan.quality != nil)
  }

  /// Keeps a listen of the current run, unless it is for the store.
  @inline(__always)
  mutating func gather(_ record: ListenRecord, store: inout ListenStore) -> Bool {
    if count == capacity, capacity == 0 || !makeRoom(store: &store) { return false }
    unsafe records.start[count] = record
    count += 1
    return true
  }

  /// Whether nothing is to be done about a row of `user`: the run goes on, or runs are so short in
  /// this history that they are not looked at any more.
  @inline(__always)
  func goesOn(with user: Int) -> Bool { self.user == user || failures > Self.mostFailures }

  /// It is unknown what is before the next rows.
  mutating func interrupt(store: inout ListenStore) {
    leave(to: &store)
    user = nil
    isJoined = false
  }

  /// The store has been emptied, with `userCount` users known.
  mutating func forget(userCount: Int) { firstNewUser = userCount }

  /// Leaves the last run to the store.
  ///
  /// - Returns: what was found of the users taken up.
  mutating func finish(store: inout ListenStore) -> UserScan? {
    leave(to: &store)
    records = RecordBuffer()
    spare = RecordBuffer()
    order = nil
    return pass.take()?.finish()
  }

  /// Begins a run, after the one before was ended.
  mutating func begin(_ user: Int, in store: borrowing ListenStore) {
    let isWhole = isJoined && user >= firstNewUser && store.count(of: user) == 0
    self.user = user
    isJoined = true
    guard isWhole, pass != nil, failures <= Self.mostFailures else { return }
    records.makeRoom(for: min(Self.fewestListens, listenCounts.upperBound))
    capacity = min(records.capacity, listenCounts.upperBound)
  }

  /// Ends a run, if there is one, and takes its user up, or leaves it to the store.
  ///
  /// - Parameters:
  ///   - users: ids of the users.
  ///   - rejects: how many rows of each user are no listens; those of a user taken up are removed.
  ///   - store: for what is not taken up.
  /// - Returns: the user, if taken up.
  /// - Throws: `AnalysisError` when rows cannot be read again.
  mutating func end(
    users: borrowing StringDictionary, rejects: inout [Int: Int], store: inout ListenStore
  ) throws -> Int? {
    guard let user, capacity > 0, listenCounts.contains(count) else {
      leave(to: &store)
      failures += 1
      return nil
    }
    failures = max(0, failures - Self.failuresOfOne)
    let id = Text(utf8: Array(users.string(user)))
    pass?.takeUser(id, rowCount: count + (rejects.removeValue(forKey: user) ?? 0))
    try take(id)
    (count, capacity) = (0, 0)
    return user
  }

  private mutating func take(_ id: Text) throws {
    spare.makeRoom(for: count)
    var duplicates = Duplicates()
    guard
      let listens = try unsafe order?.arrange(
        records.start, spare: spare.start, count: count, duplicates: &duplicates)
    else { return }
    let history = unsafe RecordHistory(
      userID: id, records: listens, duplicates: duplicates, areKept: false)
    try pass?.take(history, number: -1, at: 0)
  }

  /// Makes room for further listens of a run, or leaves it to the store if it has become too long.
  @inline(never)
  private mutating func makeRoom(store: inout ListenStore) -> Bool {
    guard capacity < listenCounts.upperBound else {
      leave(to: &store)
      return false
    }
    capacity = min(2 * capacity, listenCounts.upperBound)
    records.grow(toHold: capacity, keeping: count)
    return true
  }

  /// Hands what was gathered to the store, and what comes of the same run.
  private mutating func leave(to store: inout ListenStore) {
    if let user {
      for index in 0..<count { unsafe store.append(records.start[index], of: user) }
    }
    (count, capacity) = (0, 0)
  }
}

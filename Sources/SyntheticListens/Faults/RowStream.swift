/// The rows of one user, from the newest to the oldest, with faults at the rate asked for.
///
/// What is not faulty is the same at every rate: each fault takes the place of one listen.
struct RowStream {
  /// Rows between a listen and its copy, and one.
  private static let copyDistance = 4

  private let user: UInt32
  private let faults: FaultRate
  private var listens: ListenStream
  private var random: SplitMix64
  /// The latest sound rows, for copies; the newest last.
  private var latest: [SyntheticRow] = []
  /// The row behind a blank line.
  private var pending: SyntheticRow?

  /// The rows of user number `user`, from 1, in the histories of `seed`.
  init(user: Int, listens: Int, seed: UInt64, faults: FaultRate) {
    self.user = UInt32(user)
    self.faults = faults
    self.listens = ListenStream(
      listens: listens, random: HistoryStreams.listens(seed, user: user))
    random = HistoryStreams.faults(seed, user: user)
  }

  /// Whether all rows to come are from before `second`.
  func isBefore(_ second: UInt32, latest row: SyntheticRow) -> Bool {
    row.second < second && latest.allSatisfy { $0.second < second }
  }

  /// The next line; nil after the last one.
  mutating func next() -> SyntheticRow? {
    if let row = pending {
      pending = nil
      return row
    }
    guard let listen = listens.next() else { return nil }
    var row = SyntheticRow(
      second: listen.second, user: user, song: listen.song, kind: .listen, form: 0)
    if faults.isNone { return row }
    if faults.strikes(&random) { damage(&row) }
    if row.kind == .listen { remember(row) }
    guard faults.blankPrecedes(&random) else { return row }
    pending = row
    row.kind = .blank
    row.form = UInt8(random.below(FaultForms.count(of: .blank)))
    return row
  }

  private mutating func damage(_ row: inout SyntheticRow) {
    // Each reject reason and the copies are equally likely; without a row to copy, a reason only.
    let choice = random.below(RowKind.rejects.count + (latest.isEmpty ? 0 : 1))
    if choice < RowKind.rejects.count {
      row.kind = RowKind.rejects[choice]
      row.form = UInt8(random.below(FaultForms.count(of: row.kind)))
    } else {
      row = latest[random.below(latest.count)]
      row.kind = .copy
    }
  }

  private mutating func remember(_ row: SyntheticRow) {
    if latest.count == RowStream.copyDistance { latest.removeFirst() }
    latest.append(row)
  }
}

import ArrowStream
import ListeningSessions

/// Puts the answers of the cluster together to what the domain judges.
struct QualityCollection {
  let conditions: QualityConditions
  let counts: RowCounts
  /// The one row each of `RowTalliesQuery` and `ListenTalliesQuery`.
  let rows: ArrowTable
  let listens: ArrowTable
  /// Of `ColumnProfileQuery`, `RegistersQuery` and `UserSpreadQuery`.
  let columns: ArrowTable
  let registers: ArrowTable
  let spread: ArrowTable
  /// One row of so many was looked at for frequent values.
  let countedEvery: Int

  /// What was found, yet without samples.
  func findings() throws -> QualityFindings {
    var tallies = try rowTallies().merging(listenTallies()) { first, _ in first }
    let names = try namedMBIDs()
    tallies[conditions.rules.mbidNames.id] = RuleTally(units: names.all, failed: names.renamed)
    tallies[conditions.rules.rowVolume.id] = conditions.rules.rowVolume.tally(rows: counts.rows)
    tallies[conditions.rules.userVolume.id] = conditions.rules.userVolume.tally(users: counts.users)
    return QualityFindings(
      tallies: tallies,
      rowsWithErrors: try listens.int("errors", 0) + rows.int("reject_errors", 0),
      profile: try profile())
  }

  private func rowTallies() throws -> [String: RuleTally] {
    let readable = try rows.int("readable", 0)
    let blankTimes = try rows.int("blank_times", 0)
    let rejected = { counts.rejected[$0, default: 0] }
    var tallies: [String: RuleTally] = [:]
    tallies[UserIDCompleteness().id] = RuleTally(units: readable, failed: rejected(.missingUser))
    tallies[TimestampCompleteness().id] = RuleTally(units: readable, failed: blankTimes)
    tallies[TimestampValidity().id] = RuleTally(
      units: readable - blankTimes, failed: try rows.int("odd_times", 0))
    for (rule, _) in QualityConditions.songRules {
      tallies[rule.id] = RuleTally(units: readable, failed: try rows.int(rule.id, 0))
    }
    let withoutTrackMBID = try rows.int(TrackMBIDCompleteness().id, 0)
    tallies[MBIDPairConsistency().id] = RuleTally(
      units: readable - withoutTrackMBID, failed: try rows.int(MBIDPairConsistency().id, 0))
    tallies[MBIDValidity().id] = RuleTally(
      units: try rows.int("with_mbid", 0), failed: try rows.int(MBIDValidity().id, 0))
    tallies[FieldCountValidity().id] = RuleTally(units: counts.rows, failed: rejected(.fieldCount))
    tallies[UTF8Validity().id] = RuleTally(
      units: counts.rows - rejected(.fieldCount), failed: rejected(.invalidUTF8))
    return tallies
  }

  private func listenTallies() throws -> [String: RuleTally] {
    func tally(_ units: String, _ failed: String) throws -> RuleTally {
      RuleTally(units: try listens.int(units, 0), failed: try listens.int(failed, 0))
    }
    var tallies = [
      UserIDValidity().id: try tally("users", "odd_ids"),
      UserActivityTimeliness().id: try tally("users", "busy_users"),
      UserListensVolume().id: try tally("users", "quiet_users"),
      DayLengthTimeliness().id: try tally("days", "long_days"),
      conditions.rules.sessionLength.id: try tally("sessions", "long_sessions"),
    ]
    for rule in conditions.listenRules {
      tallies[rule.id] = try tally("listens", "\(rule.name)_failed")
    }
    tallies[NewestFirstConsistency().id] = try tally("later_seconds", "newest_first_failed")
    tallies[DuplicateUniqueness().id]?.add(units: try listens.int("duplicates", 0), failed: 0)
    return tallies
  }

  private func namedMBIDs() throws -> (all: Int, renamed: Int) {
    try (0..<columns.rowCount).reduce(into: (0, 0)) { sum, row in
      sum.0 += try columns.int("named", row)
      sum.1 += try columns.int("renamed", row)
    }
  }

  private func profile() throws -> HistoryProfile {
    let earliest = try rows.int("earliest", 0)
    let latest = try rows.int("latest", 0)
    let first = Instant(checking: earliest)
    let last = Instant(checking: latest)
    var range: ClosedRange<Instant>?
    if let first, let last, first <= last { range = first...last }
    var users: [Int: Int] = [:]
    var years: [Int: Int] = [:]
    for row in 0..<spread.rowCount {
      let isOfUsers = try spread.text("kind", row) == "users"
      let number = try spread.int("number", row)
      let times = try spread.int("times", row)
      if isOfUsers { users[number] = times } else { years[number] = times }
    }
    users[0] = nil
    return HistoryProfile(
      columns: try ListenColumn.allCases.map {
        try $0 == .timestamp ? timestamps() : column($0)
      },
      timeRange: range, listensPerYear: years.filter { $0.value > 0 },
      listensPerUser: Quantiles(ofTimes: users))
  }

  private func timestamps() throws -> ColumnProfile {
    let readable = try rows.int("readable", 0)
    return ColumnProfile(
      column: .timestamp, rows: readable, blank: try rows.int("blank_times", 0),
      distinct: try distinct(.timestamp), isDistinctExact: false,
      lengths: LengthSummary(
        count: readable, sum: try rows.int("sum_time", 0), least: try rows.int("least_time", 0),
        greatest: try rows.int("greatest_time", 0)),
      topValues: [], undercount: 0, countedEvery: countedEvery)
  }

  /// The estimate for a column that has registers.
  private func distinct(_ column: ListenColumn) throws -> Int {
    RegistersQuery.sketch(
      try (0..<registers.rowCount).compactMap { row in
        guard try registers.text("name", row) == Text(column.rawValue) else { return nil }
        return (register: try registers.int("register", row), run: try registers.int("run", row))
      }
    ).count
  }

  private func column(_ column: ListenColumn) throws -> ColumnProfile {
    let own = try (0..<columns.rowCount).filter {
      try columns.text("name", $0) == Text(column.rawValue)
    }
    let places = try own.map { (place: try columns.int("place", $0), row: $0) }
      .sorted { $0.place < $1.place }
    guard let totals = places.first?.row else {
      throw ArrowStreamError.missingColumn(column.rawValue)
    }
    let count = try columns.int("times", totals)
    let isExact = column == .userID
    return ColumnProfile(
      column: column, rows: count, blank: try columns.int("blanks", totals),
      distinct: try isExact ? columns.int("distinct_values", totals) : distinct(column),
      isDistinctExact: isExact,
      lengths: LengthSummary(
        count: count, sum: try columns.int("length_sum", totals),
        least: try columns.int("least", totals), greatest: try columns.int("greatest", totals)),
      topValues: try places.dropFirst().map { _, row in
        ColumnProfile.Value(
          text: try columns.text("value", row), count: try columns.int("times", row))
      },
      undercount: 0, countedEvery: isExact ? 1 : countedEvery)
  }
}

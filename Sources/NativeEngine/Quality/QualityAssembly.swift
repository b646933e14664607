import ListeningSessions

/// Puts together what the workers learned about the quality of a history.
struct QualityAssembly {
  private let quality: QualityRules
  private let scan: InputScan
  private let userQuality: UserQuality
  private let counts: RowCounts
  private let profile: ProfileAssembly
  private var tallies: [String: RuleTally]

  /// Merges what was found; MBIDs that were spilled are read within `mbidBytes`,
  /// columns merged by so many `threads`.
  init(
    _ userQuality: UserQuality, quality: QualityRules, scan: InputScan, counts: RowCounts,
    mbidBytes: Int, threads: Int
  ) throws {
    self.quality = quality
    self.scan = scan
    self.userQuality = userQuality
    self.counts = counts
    profile = try ProfileAssembly(
      scan: scan, countedEvery: quality.sampling.every, threads: threads)
    tallies = userQuality.tallies
    fillTallies(mbidNames: try quality.mbidNames.tally(within: mbidBytes))
  }

  /// Rows that are read again, for the profile and to show where findings are.
  var wantedRows: [WantedRow] {
    profile.positions.map { WantedRow(position: $0, part: .whole) }
      + tallies.values.flatMap(\.samples).map {
        WantedRow(position: $0, part: .wholeWithLineNumber)
      }
  }

  /// Everything that was found, for all rules, with the values of the profile read from the inputs.
  func findings(from inputs: InputSet) throws -> QualityFindings {
    QualityFindings(
      tallies: tallies,
      rowsWithErrors: userQuality.rowsWithErrors
        + scan.parts.reduce(0) { $0 + $1.scanner.rejectsWithErrors },
      profile: try profile.profile(userQuality, from: inputs))
  }

  private mutating func fillTallies(mbidNames: RuleTally) {
    let rules = quality.rules
    for rule in rules.userRuleIDs { tallies[rule, default: RuleTally()].pass(0) }
    for (index, rule) in rules.rowRules.enumerated() {
      tallies[rule.id] = rowTally(index, rule)
    }
    tallies[rules.fieldCount.id] = rejectTally(.fieldCount, of: counts.rows)
    let sixFields = counts.rows - counts.rejected[.fieldCount, default: 0]
    tallies[rules.utf8.id] = rejectTally(.invalidUTF8, of: sixFields)
    tallies[rules.mbidNames.id] = mbidNames
    tallies[rules.rowVolume.id] = rules.rowVolume.tally(rows: counts.rows)
    tallies[rules.userVolume.id] = rules.userVolume.tally(users: counts.users)
  }

  private func rowTally(_ index: Int, _ rule: any RowRule) -> RuleTally {
    var tally = RuleTally()
    for part in scan.parts {
      if let part = part.scanner.withQuality({ $0.tally(of: rule, index) }) { tally.merge(part) }
    }
    return tally
  }

  private func rejectTally(_ reason: RejectReason, of units: Int) -> RuleTally {
    var tally = RuleTally(units: units, failed: counts.rejected[reason, default: 0])
    for part in scan.parts {
      part.scanner.rejects.sample(reason, into: &tally)
    }
    return tally
  }
}

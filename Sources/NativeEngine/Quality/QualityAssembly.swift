import ListeningSessions

/// Puts together what the workers learned about the quality of a history.
struct QualityAssembly {
  let quality: QualityRules
  let scan: InputScan
  let inputs: InputSet
  let counts: RowCounts

  /// Everything that was found, for all rules.
  func findings(_ userQuality: UserQuality) throws -> QualityFindings {
    let rules = quality.rules
    var tallies = userQuality.tallies
    for rule in rules.userRuleIDs { tallies[rule, default: RuleTally()].pass(0) }
    for (index, rule) in rules.rowRules.enumerated() {
      tallies[rule.id] = rowTally(index, rule)
    }
    tallies[rules.fieldCount.id] = rejectTally(.fieldCount, of: counts.rows)
    let sixFields = counts.rows - counts.rejected[.fieldCount, default: 0]
    tallies[rules.utf8.id] = rejectTally(.invalidUTF8, of: sixFields)
    tallies[rules.mbidNames.id] = quality.mbidNames.tally
    tallies[rules.rowVolume.id] = rules.rowVolume.tally(rows: counts.rows)
    tallies[rules.userVolume.id] = rules.userVolume.tally(users: counts.users)
    return QualityFindings(
      tallies: tallies,
      rowsWithErrors: userQuality.rowsWithErrors
        + scan.parts.reduce(0) { $0 + $1.scanner.rejectsWithErrors },
      profile: try ProfileAssembly(
        scan: scan, inputs: inputs, countedEvery: quality.sampling.every
      ).profile(userQuality))
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
      var left = RuleTally.sampleLimit
      for reject in part.scanner.rejects where reject.reason == reason && left > 0 {
        tally.sample(reject.position)
        left -= 1
      }
    }
    return tally
  }
}

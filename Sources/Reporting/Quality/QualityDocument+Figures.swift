import ListeningSessions

extension QualityDocument {
  /// What a rule counted, and where the first failed units stand.
  ///
  /// Units are those that the rule has something to say about. Of a rule that was not evaluated, no
  /// figure is known; of one without units, no share.
  struct Figures: Encodable {
    struct Place: Encodable {
      let input: String
      let lineNumber: Int
      let byteOffset: Int
      @Nullable var user: String?
    }

    struct ValueCount: Encodable {
      let value: String
      let count: Int
    }

    @Nullable var elementCount: Int?
    @Nullable var missingCount: Int?
    @Nullable var missingPercent: Double?
    @Nullable var unexpectedCount: Int?
    @Nullable var unexpectedPercent: Double?
    @Nullable var unexpectedPercentTotal: Double?
    /// Null for rules that count missing values.
    @Nullable var unexpectedPercentNonmissing: Double?
    @Nullable var observedValue: Int?
    let partialUnexpectedList: [String]
    let partialUnexpectedIndexList: [Place]
    let partialUnexpectedCounts: [ValueCount]

    init(_ result: RuleResult, _ counts: RowCounts, _ users: UserLabel) {
      let isKnown = result.status != .error
      let percent = isKnown && result.units > 0 ? result.failedPercent : nil
      let countsMissing = result.rule.dimension == .completeness
      elementCount = isKnown ? result.units : nil
      missingCount = isKnown ? (countsMissing ? result.failed : 0) : nil
      missingPercent = countsMissing ? percent : percent.map { _ in 0 }
      unexpectedCount = isKnown ? result.failed : nil
      unexpectedPercent = percent
      unexpectedPercentTotal = percent
      unexpectedPercentNonmissing = countsMissing ? nil : percent
      observedValue = isKnown ? Figures.observedValue(result.rule, counts) : nil
      partialUnexpectedIndexList = result.samples.map { sample in
        Place(
          input: sample.inputPath, lineNumber: sample.lineNumber, byteOffset: sample.byteOffset,
          user: users.text(of: sample.userID))
      }
      let values = Figures.values(result, users)
      partialUnexpectedList = values
      partialUnexpectedCounts = Dictionary(grouping: values) { $0 }
        .map { ValueCount(value: $0.key, count: $0.value.count) }
        .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }

    /// The failed values, known only where a unit is a user.
    private static func values(_ result: RuleResult, _ users: UserLabel) -> [String] {
      result.rule.unit == .users ? result.samples.compactMap { users.text(of: $0.userID) } : []
    }

    /// The figure itself, for rules about a history as a whole.
    private static func observedValue(_ rule: any QualityRule, _ counts: RowCounts) -> Int? {
      switch rule {
      case is RowVolume: counts.rows
      case is UserVolume: counts.users
      default: nil
      }
    }
  }
}

import ListeningSessions

extension QualityDocument {
  /// What the columns hold, over all rows of six valid UTF-8 fields.
  struct Profile: Encodable {
    struct TimeRange: Encodable {
      let first: String
      let last: String
    }

    struct Year: Encodable {
      let year: Int
      let listens: Int
    }

    struct Spread: Encodable {
      let min: Int
      let p25: Int
      let median: Int
      let p75: Int
      let p90: Int
      let max: Int
      let mean: Double

      init(_ quantiles: Quantiles) {
        min = quantiles.least
        p25 = quantiles.quarter
        median = quantiles.median
        p75 = quantiles.threeQuarters
        p90 = quantiles.ninetieth
        max = quantiles.greatest
        mean = quantiles.mean
      }
    }

    let columns: [Column]
    @Nullable var timeRange: TimeRange?
    let listensPerYear: [Year]
    @Nullable var listensPerUser: Spread?

    init(_ profile: HistoryProfile, _ users: UserLabel) {
      columns = profile.columns.map { Column($0, users) }
      timeRange = profile.timeRange.map { range in
        TimeRange(first: range.lowerBound.description, last: range.upperBound.description)
      }
      listensPerYear = profile.listensPerYear.sorted { $0.key < $1.key }
        .map { Year(year: $0.key, listens: $0.value) }
      listensPerUser = profile.listensPerUser.map(Spread.init)
    }
  }

  /// What one column holds.
  struct Column: Encodable {
    struct Length: Encodable {
      let min: Int
      let mean: Double
      let max: Int
    }

    struct Value: Encodable {
      @Nullable var value: String?
      let count: Int
    }

    let name: String
    let rows: Int
    let blankCount: Int
    @Nullable var blankPercent: Double?
    let distinctCount: Int
    let distinctIsExact: Bool
    /// Relative; 0 for an exact count.
    let distinctStandardError: Double
    /// In bytes, blank fields among them.
    let length: Length
    let topValues: [Value]
    let topValuesAreExact: Bool
    /// How far the counts of `topValues` may be too low.
    let undercount: Int
    /// One row of so many was looked at for `topValues`, and its count multiplied.
    let countedEvery: Int

    init(_ profile: ColumnProfile, _ users: UserLabel) {
      name = profile.column.rawValue
      rows = profile.rows
      blankCount = profile.blank
      blankPercent =
        profile.rows == 0 ? nil : Double(profile.blank) * 100 / Double(profile.rows)
      distinctCount = profile.distinct
      distinctIsExact = profile.isDistinctExact
      distinctStandardError = profile.isDistinctExact ? 0 : HyperLogLog.standardError
      length = Length(
        min: profile.leastLength, mean: profile.meanLength, max: profile.greatestLength)
      topValues = profile.topValues.map { top in
        let isUser = profile.column == .userID
        return Value(
          value: isUser ? users.text(of: top.text) : top.text.description, count: top.count)
      }
      topValuesAreExact = profile.undercount == 0 && profile.countedEvery == 1
      undercount = profile.undercount
      countedEvery = profile.countedEvery
    }
  }
}

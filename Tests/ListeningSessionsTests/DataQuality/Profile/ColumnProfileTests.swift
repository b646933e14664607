import ListeningSessions
import Testing

struct ColumnProfileTests {
  @Test func takesTheLengthsFromTheirSummary() {
    var lengths = LengthSummary()
    lengths.observe(4, times: 3)
    lengths.observe(10)
    let profile = profile(lengths)
    #expect(profile.leastLength == 4 && profile.greatestLength == 10)
    #expect(profile.meanLength == 5.5)
  }

  @Test func withoutRowsTheLengthsAreZero() {
    let profile = profile(LengthSummary())
    #expect(profile.leastLength == 0 && profile.greatestLength == 0 && profile.meanLength == 0)
  }

  @Test func keepsWhatItIsGiven() {
    let profile = profile(LengthSummary())
    #expect(profile.column == .artistName && profile.rows == 4 && profile.blank == 1)
    #expect(profile.distinct == 2 && !profile.isDistinctExact)
    #expect(profile.topValues == [ColumnProfile.Value(text: "a", count: 2)])
    #expect(profile.undercount == 3 && profile.countedEvery == 1)
  }

  @Test func columnsStandInTheOrderOfTheFormat() {
    #expect(
      ListenColumn.allCases.map(\.rawValue) == [
        "user_id", "timestamp", "artist_mbid", "artist_name", "track_mbid", "track_name",
      ])
  }

  private func profile(_ lengths: LengthSummary) -> ColumnProfile {
    ColumnProfile(
      column: .artistName, rows: 4, blank: 1, distinct: 2, isDistinctExact: false,
      lengths: lengths, topValues: [ColumnProfile.Value(text: "a", count: 2)], undercount: 3)
  }
}

import ListeningSessions
import Testing

struct HistoryProfileTests {
  @Test func aHistoryWithoutListensHasNoTimesAndNoUsers() {
    let profile = HistoryProfile()
    #expect(profile.columns.isEmpty && profile.timeRange == nil)
    #expect(profile.listensPerYear.isEmpty && profile.listensPerUser == nil)
  }

  @Test func keepsWhatItIsGiven() {
    let range = Instant(secondsSinceEpoch: 1)...Instant(secondsSinceEpoch: 9)
    let profile = HistoryProfile(
      timeRange: range, listensPerYear: [1970: 2], listensPerUser: Quantiles(of: [2]))
    #expect(profile.timeRange == range && profile.listensPerYear == [1970: 2])
    #expect(profile.listensPerUser?.median == 2)
  }
}

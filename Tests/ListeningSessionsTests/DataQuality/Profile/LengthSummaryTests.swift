import ListeningSessions
import Testing

struct LengthSummaryTests {
  @Test func keepsLeastGreatestAndSum() {
    var lengths = LengthSummary()
    lengths.observe(7)
    lengths.observe(3, times: 4)
    lengths.observe(0)
    #expect(lengths.count == 6 && lengths.sum == 19)
    #expect(lengths.least == 0 && lengths.greatest == 7)
  }

  @Test func nothingMergesIntoAnythingWithoutAChange() {
    var lengths = LengthSummary()
    lengths.observe(5)
    let before = lengths
    lengths.merge(LengthSummary())
    #expect(lengths == before)
    var empty = LengthSummary()
    empty.merge(before)
    #expect(empty == before)
  }
}

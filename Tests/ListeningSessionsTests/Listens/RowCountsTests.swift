import ListeningSessions
import Testing

struct RowCountsTests {
  @Test func everyReasonIsThereFromTheStart() {
    #expect(Set(RowCounts().rejected.keys) == Set(RejectReason.allCases))
    #expect(RowCounts().rejects == 0)
  }

  @Test func rowsAreListensDuplicatesOrRejects() {
    var counts = RowCounts()
    counts.rows = 100
    counts.duplicates = 7
    counts.rejected[.fieldCount] = 3
    counts.rejected[.missingUser] = 5
    #expect(counts.rejects == 8)
    #expect(counts.listens == 85)
  }
}

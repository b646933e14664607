import Testing

@testable import SparkEngine

struct PlacesQueryTests {
  @Test func fewWantedRowsAreSentToEveryWorker() {
    #expect(PlacesQuery(rejects: 3, positions: [], headers: []).sql.contains("BROADCAST(k)"))
  }

  @Test func millionsOfRejectsAreNot() {
    #expect(!PlacesQuery(rejects: 1_000_001, positions: [], headers: []).sql.contains("BROADCAST"))
  }

  @Test func withoutRejectsOnlyThePositionsAreWanted() {
    let sql = PlacesQuery(rejects: 0, positions: [7, 9], headers: [1]).sql
    #expect(sql.contains("WHERE pos IN (7L, 9L)"))
    #expect(!sql.contains("reason > 0"))
  }

  /// `WHERE` before nothing would be taken for a name, and every row for a reject.
  @Test func withoutRejectsAndPositionsNoRowIsWanted() {
    #expect(PlacesQuery(rejects: 0, positions: [], headers: [1]).sql.contains("WHERE false)"))
  }

  @Test func aHeaderIsNoReject() {
    let sql = PlacesQuery(rejects: 1, positions: [], headers: [4]).sql
    #expect(sql.contains("reason > 0 AND NOT (header_like AND pos IN (4L))"))
  }
}

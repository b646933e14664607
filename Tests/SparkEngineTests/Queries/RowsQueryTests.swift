import Testing

@testable import SparkEngine

struct RowsQueryTests {
  @Test func namesEveryInputWithItsBase() {
    let order = InputOrder([
      SparkInput(path: "a.tsv", location: "file:/x/a.tsv", byteCount: 10),
      SparkInput(path: "it's.tsv", location: "file:/x/it's.tsv", byteCount: 0),
    ])
    let sql = RowsQuery(source: "SELECT 1", order: order).sql
    #expect(sql.contains("('file:/x/a.tsv', 0, 0L), ('file:/x/it\\'s.tsv', 1, 8589934612L)"))
  }

  @Test func hasAsManyParenthesesOpenedAsClosed() {
    let sql = RowsQuery(source: "SELECT 1", order: InputOrder([])).sql
    #expect(sql.count { $0 == "(" } == sql.count { $0 == ")" })
  }
}

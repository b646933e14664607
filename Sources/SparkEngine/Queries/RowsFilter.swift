/// Leaves out the lines that turned out to be headers.
struct RowsFilter {
  let headers: [Int]

  var sql: String {
    headers.isEmpty
      ? "true"
      : "NOT (header_like AND pos IN (\(headers.map { "\($0)L" }.joined(separator: ", "))))"
  }
}

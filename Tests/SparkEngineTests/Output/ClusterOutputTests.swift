import ArrowStream
import ListeningSessions
import Testing

@testable import SparkEngine

struct ClusterOutputTests {
  private func statement(_ format: ClusterOutput.Format, _ table: ClusterTable) -> String {
    ClusterOutput("s3a://bucket/it's", format: format).statement(table)
  }

  @Test(arguments: ["s3a://bucket/out", "s3a://bucket/out/"])
  func eachTableHasItsDirectory(location: String) {
    #expect(
      ClusterOutput(location, format: .tsv).location(of: "sessions")
        == "s3a://bucket/out/sessions.tsv")
    #expect(
      ClusterOutput(location, format: .parquet).location(of: "rejected")
        == "s3a://bucket/out/rejected.parquet")
  }

  @Test func textIsPutTogetherByHandAndParquetKeepsTypes() {
    let text = statement(.tsv, .sessions(gapSeconds: 60))
    #expect(text.contains(#"DIRECTORY 's3a://bucket/it\'s/sessions.tsv' USING text"#))
    #expect(text.contains(#"SELECT concat_ws('\t', user, date_format(timestamp_seconds("#))
    #expect(text.hasSuffix("ORDER BY user, started_at"))
    let parquet = statement(.parquet, .sessions(gapSeconds: 60))
    #expect(parquet.contains("user AS user_id, timestamp_seconds(started_at) AS started_at"))
  }

  @Test func rejectsHaveTheirInputsAndTheirLimit() throws {
    let order = InputOrder([
      SparkInput(path: "a\tb", location: "file:/a", byteCount: 0),
      SparkInput(path: "c", location: "file:/c", byteCount: 0),
    ])
    let lines = try LineMap(ArrowTable(), order: order)
    let all = statement(.tsv, .rejects(lines, limit: nil))
    #expect(all.contains("(0, CAST(X'610962' AS STRING), 0L), (1, CAST(X'63' AS STRING), 0L)"))
    #expect(all.hasSuffix("ORDER BY pos"))
    #expect(statement(.tsv, .rejects(lines, limit: 0)).hasSuffix("\nLIMIT 0"))
  }
}

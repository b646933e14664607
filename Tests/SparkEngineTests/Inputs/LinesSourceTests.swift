import Testing

@testable import SparkEngine

struct LinesSourceTests {
  private func sql(_ locations: String...) -> String {
    LinesSource(
      inputs: locations.map { SparkInput(path: $0, location: $0, byteCount: 1) }
    ).sql
  }

  @Test func aFileIsReadByItsPath() {
    #expect(
      sql("file:/x/a%20b.tsv").contains("FROM text.`file:/x/a b.tsv` WITH ('lineSep' = '\\n')"))
  }

  @Test func filesOfOneDirectoryAreReadTogetherAndOnce() {
    let text = sql("file:/x/b,.tsv", "file:/x/a.tsv", "file:/x/a.tsv")
    #expect(text.contains(#"text.`file:/x/{a.tsv,b\,.tsv}`"#))
    #expect(!text.contains("UNION"))
  }

  @Test func filesOfSeveralDirectoriesAreReadSideBySide() {
    #expect(sql("file:/x/a.tsv", "file:/y/a.tsv").contains("UNION ALL"))
  }

  @Test func parquetIsReadAsTheLinesThatItWouldBe() {
    let text = sql("file:/x/a.parquet", "file:/x/a.tsv")
    #expect(text.contains("FROM parquet.`file:/x/a.parquet`"))
    #expect(text.contains("FROM text.`file:/x/a.tsv`"))
  }
}

import ListeningSessions
import Testing

@testable import SparkEngine

struct ListingQueryTests {
  private func listing(_ inputs: String...) -> ListingQuery {
    ListingQuery(inputs: inputs, workingDirectory: "/home/me")
  }

  @Test(arguments: [
    ("a.tsv", "file:/home/me/a.tsv"), ("./b/../a.tsv", "file:/home/me/a.tsv"),
    ("/x/y.tsv", "file:/x/y.tsv"), ("/x/[1],{2}*.tsv", #"file:/x/\[1\]\,\{2\}\*.tsv"#),
    ("s3a://bucket/x/*.tsv", "s3a://bucket/x/*.tsv"), ("/x/`.tsv", "file:/x/``.tsv"),
  ])
  func asksForTheFileThatTheUserNamed(input: String, path: String) throws {
    #expect(try listing(input).sql().contains("binaryFile.`\(path)`"))
  }

  @Test func standardInputIsNotOnTheCluster() {
    #expect(throws: AnalysisError.self) { try listing("-").sql() }
  }

  @Test func aFileIsItself() throws {
    let files = try listing("a b.tsv").files([(0, "file:///home/me/a%20b.tsv", 7)])
    #expect(
      files == [SparkInput(path: "a b.tsv", location: "file:///home/me/a%20b.tsv", byteCount: 7)])
  }

  @Test func aDirectoryIsItsListensInByteOrder() throws {
    let files = try listing("x/").files([
      (0, "file:/home/me/x/b.tsv", 1), (0, "file:/home/me/x/notes.txt", 1),
      (0, "file:/home/me/x/B.tsv", 1),
    ])
    #expect(files.map(\.path) == ["x/B.tsv", "x/b.tsv"])
  }

  @Test func aPatternIsWhatItMatches() throws {
    let files = try listing("s3a://bucket/*.csv").files([(0, "s3a://bucket/a%20b.csv", 1)])
    #expect(files.map(\.path) == ["s3a://bucket/a b.csv"])
  }

  @Test func aFileWithoutBytesIsNotInTheListing() throws {
    let files = try listing("50%.tsv", "b.tsv").files([(1, "file:/home/me/b.tsv", 7)])
    #expect(
      files == [
        SparkInput(path: "50%.tsv", location: "file:/home/me/50%25.tsv", byteCount: 0),
        SparkInput(path: "b.tsv", location: "file:/home/me/b.tsv", byteCount: 7),
      ])
  }

  @Test(arguments: ["notes", "empty", "_passed-over.tsv"])
  func aDirectoryWithoutListensIsAnError(input: String) {
    #expect(throws: AnalysisError.self) {
      try listing(input).files(
        input != "notes" ? [] : [(0, "file:/home/me/notes/notes.txt", 1)])
    }
  }

  @Test func packedInputsAreRefused() {
    #expect(throws: AnalysisError.self) {
      try listing("a.tsv.gz").files([(0, "file:/home/me/a.tsv.gz", 1)])
    }
  }
}

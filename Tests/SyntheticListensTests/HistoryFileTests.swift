import SyntheticListens
import ListeningSessions
import Testing

struct HistoryFileTests {
  private let faulty = HistoryShape(rows: 3000, users: 10, seed: 4, faultRate: 0.1)

  @Test("A file has the bytes of the history, and the truth lies beside it")
  func withFaults() throws {
    let directory = try TemporaryDirectory()
    let truth = try SyntheticHistory(faulty).write(toFile: directory.file("listens.tsv"))
    let expected = try WrittenHistory(faulty)
    #expect(try directory.names == ["listens.tsv", "listens.tsv.truth.json"])
    #expect(directory.contents("listens.tsv") == expected.bytes)
    #expect(directory.contents("listens.tsv.truth.json") == truth.json)
    #expect(truth == expected.truth)
  }

  @Test("Without faults there is no truth to tell, and an older one goes")
  func withoutFaults() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("listens.tsv")
    try SyntheticHistory(faulty).write(toFile: path)
    try SyntheticHistory(HistoryShape(rows: 10, seed: 4)).write(toFile: path)
    #expect(try directory.names == ["listens.tsv"])
  }

  @Test("An impossible shape leaves an older file as it was")
  func invalidShape() throws {
    let directory = try TemporaryDirectory()
    try directory.write("old", to: "listens.tsv")
    let shape = HistoryShape(rows: -1, seed: 1)
    #expect(throws: SyntheticHistoryError.self) {
      try SyntheticHistory(shape).write(toFile: directory.file("listens.tsv"))
    }
    #expect(directory.contents("listens.tsv") == Array("old".utf8))
    #expect(try directory.names == ["listens.tsv"])
  }

  @Test(
    "A place where no file can be is an error that says so", arguments: ["", "none/a.tsv", "taken"])
  func cannotCreate(name: String) throws {
    let directory = try TemporaryDirectory()
    try directory.makeDirectory("taken")
    let path = name.isEmpty ? "" : directory.file(name)
    let error = #expect(throws: AnalysisError.self) {
      try SyntheticHistory(faulty).write(toFile: path)
    }
    #expect(error?.code == .cannotCreateOutput)
    #expect(error?.description.hasPrefix("cannot create") == true)
    #expect(try directory.names == ["taken"])
  }

  @Test("A truth that cannot be written keeps the history from being written")
  func cannotCreateTruth() throws {
    let directory = try TemporaryDirectory()
    try directory.makeDirectory("listens.tsv.truth.json")
    let error = #expect(throws: AnalysisError.self) {
      try SyntheticHistory(faulty).write(toFile: directory.file("listens.tsv"))
    }
    #expect(error?.code == .cannotCreateOutput)
    #expect(try directory.names == ["listens.tsv.truth.json"])
  }
}

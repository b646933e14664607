import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import Reporting
import Testing
import WholeFiles

/// The results of a run appear all together or not at all.
struct ResultDirectoryTests {
  private let parent: TemporaryDirectory
  private let path: String

  init() throws {
    parent = try TemporaryDirectory()
    path = parent.path + "/results/of/a run"
  }

  @Test func allFilesAppearUnderTheirNamesAndNoOther() throws {
    try open().commit(SampleReport.make())
    #expect(try names() == ResultDirectory.fileNames.sorted())
    let songs = try parent.bytes(of: "results/of/a run/top_songs.tsv")
    #expect(songs == TSVTables.topSongs(SampleReport.make()))
  }

  @Test func nothingIsVisibleBeforeTheEnd() throws {
    let results = try open()
    try results.rejects.write([rejected])
    #expect(try names().allSatisfy { $0.hasPrefix(".") })
    results.discard()
  }

  @Test func laterResultsTakeThePlaceOfEarlierOnes() throws {
    try open().commit(SampleReport.make())
    let results = try open()
    try results.rejects.write([rejected])
    try results.commit(SampleReport.withoutSessions())
    #expect(try names() == ResultDirectory.fileNames.sorted())
    let rejects = try parent.bytes(of: "results/of/a run/rejected.tsv")
    #expect(String(decoding: rejects, as: UTF8.self).hasSuffix("\na.tsv\t1\t0\tfield_count\tx\n"))
    let songs = try parent.bytes(of: "results/of/a run/top_songs.tsv")
    #expect(songs == TSVTables.topSongs(SampleReport.withoutSessions()))
  }

  @Test func theListenersOfAnEarlierRunGoWhenThereAreNoneNow() async throws {
    let files = ResultFile.rankings + [.audience]
    let open = { try ResultDirectory(path, files: files, unfinished: UnfinishedFiles()) }
    try open().commit(await SampleReport.withProfiles())
    #expect(try names().contains("top_songs_by_profile.tsv"))
    try open().commit(SampleReport.make())
    #expect(try names() == (ResultFile.rankings.map(\.name) + ["rejected.tsv"]).sorted())
  }

  @Test func tablesThatAreElsewhereAreNotHereToo() throws {
    let open = { hasTables in
      try ResultDirectory(
        path, files: ResultFile.rankings, listsSessions: true, hasTables: hasTables,
        unfinished: UnfinishedFiles())
    }
    try open(true).commit(SampleReport.make())
    #expect(try names().contains("sessions.tsv"))
    let results = try open(false)
    #expect(results.sessions == nil)
    try results.rejects.write([rejected])
    try results.commit(SampleReport.make())
    #expect(try names() == ResultFile.rankings.map(\.name).sorted())
  }

  @Test func discardingLeavesEarlierResultsAndNothingElse() throws {
    try expectEarlierResultsUntouched {
      let results = try open()
      try results.rejects.write([rejected])
      results.discard()
    }
  }

  @Test func whatIsNeitherCommittedNorDiscardedGoesWithTheWriter() throws {
    try expectEarlierResultsUntouched {
      let results = try open()
      try results.rejects.write([rejected])
    }
  }

  @Test func anInterruptLeavesEarlierResultsAndNothingElse() throws {
    try expectEarlierResultsUntouched {
      let unfinished = UnfinishedFiles()
      let results = try open(unfinished)
      try results.rejects.write([rejected])
      unfinished.removeAll()
      #expect(throws: AnalysisError.self) { try results.commit(SampleReport.make()) }
    }
  }

  @Test(arguments: ResultDirectory.fileNames)
  func aDirectoryInPlaceOfAResultFileIsRefusedAtOnce(name: String) throws {
    try makeDirectory("\(path)/\(name)")
    let error = #expect(throws: AnalysisError.self) { _ = try open() }
    #expect(error?.code == .cannotCreateOutput)
    #expect(error?.message.contains("\(path)/\(name)") == true)
    #expect(try names() == [name])
  }

  @Test func aFileInPlaceOfTheDirectoryIsRefused() throws {
    try parent.write("x", to: "results")
    let error = #expect(throws: AnalysisError.self) { _ = try open() }
    #expect(error?.code == .cannotCreateOutput)
    #expect(try parent.names() == ["results"])
  }

  @Test(arguments: ["", "/", "//", "/."])
  func theDirectoryMayBeThereAlreadyHoweverItIsWritten(suffix: String) throws {
    try makeDirectory(path)
    let results = try ResultDirectory(
      path + suffix, document: RunDocument(version: "1"), unfinished: UnfinishedFiles())
    try results.commit(SampleReport.make())
    #expect(try names() == ResultDirectory.fileNames.sorted())
  }

  private var rejected: RejectedRow {
    RejectedRow(
      inputPath: "a.tsv", lineNumber: 1, byteOffset: 0, reason: .fieldCount, rawLine: [0x78])
  }

  private func open(_ unfinished: UnfinishedFiles = UnfinishedFiles()) throws -> ResultDirectory {
    try ResultDirectory(path, document: RunDocument(version: "1"), unfinished: unfinished)
  }

  private func makeDirectory(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  private func expectEarlierResultsUntouched(_ run: () throws -> Void) throws {
    try open().commit(SampleReport.make())
    let before = try contents()
    try run()
    #expect(try contents() == before)
  }

  private func contents() throws -> [String: [UInt8]] {
    try Dictionary(
      uniqueKeysWithValues: names().map { ($0, try parent.bytes(of: "results/of/a run/\($0)")) })
  }
}

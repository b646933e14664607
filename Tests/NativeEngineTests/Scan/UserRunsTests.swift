import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

/// Users who are taken up during the scan.
struct UserRunsTests {
  private static let blockSizes = [2, 100, 1000, 1 << 19]

  @Test(arguments: UInt64(900)..<960, blockSizes)
  func answersLikeTheReference(seed: UInt64, blockSize: Int) async throws {
    let history = RandomHistory(seed: seed)
    let directory = try TemporaryDirectory()
    let path = try directory.write(Array(history.files.joined()), to: "one.tsv")
    let answer = try await Self.engine(seed, blockSize).answer([path], history.drawnSettings)
    let rejects = CollectedRejects()
    let expected = try await ReferenceEngine().analyze(
      [path], settings: history.drawnSettings, rejects: rejects, sessions: nil,
      progress: NoProgress())
    #expect(try ReportDifferences.between(answer.report, and: expected) == [], "seed \(seed)")
    #expect(
      try ResultFiles.bytes(of: answer.report, rejects: answer.rejects)
        == ResultFiles.bytes(of: expected, rejects: rejects.rows), "seed \(seed)")
  }

  @Test(arguments: UInt64(960)..<1000, blockSizes)
  func countsLikeTheRulesThemselves(seed: UInt64, blockSize: Int) async throws {
    let answer = try await QualityAnswer(Self.engine(seed, blockSize), seed: seed, inOneFile: true)
    let differences = QualityDifferences(of: answer.report, from: answer.reference).all
    #expect(differences == [], "seed \(seed)")
  }

  @Test func aRunWithinWhatAWorkerReadsIsTakenUpAndTheLastOneIsNot() throws {
    let scan = try Self.scan(users: "aaabbbccc")
    #expect(scan.taken == ["a", "b"])
    #expect(scan.storeCounts == ["a": 0, "b": 0, "c": 3])
  }

  @Test func runsAreTakenUpAcrossBlocks() throws {
    let scan = try Self.scan(users: "aaabbbccc", blockSize: 64)
    #expect(scan.taken == ["a", "b"])
  }

  @Test func runsThatAreTooShortOrTooLongAreLeftInTheStore() throws {
    let scan = try Self.scan(users: "abbccccddddd", listenCounts: 2...4)
    #expect(scan.taken == ["b", "c"])
    #expect(scan.storeCounts == ["a": 1, "b": 0, "c": 0, "d": 5])
  }

  @Test func afterASpillUsersWhoAreKnownAreNotTakenUp() throws {
    let scan = try Self.scan(
      users: "aabbaabbccdd", listenCounts: 3...4, scanBytes: 0, blockSize: 64)
    #expect(scan.taken == [])
    #expect(scan.storeCounts.values.allSatisfy { $0 == 0 })
  }

  @Test(arguments: ["aabbaa", "aabbccb", "abab"])
  func aUserWithRowsElsewhereIsFoundOut(users: String) throws {
    #expect(throws: ScatteredUser.self) { try Self.scan(users: users) }
  }

  @Test func aUserWhomTwoWorkersTookUpIsFoundOut() throws {
    let first = try Self.scan(users: "aabb").parts
    let second = try Self.scan(users: "aacc").parts
    #expect(throws: ScatteredUser.self) { try TakenUsers(first + second) }
    #expect(throws: ScatteredUser.self) { try TakenUsers(first).requireNew("a") }
    try TakenUsers(first).requireNew("b")
  }

  private static func engine(_ seed: UInt64, _ blockSize: Int) -> NativeEngine {
    var generator = SeededGenerator(seed: seed ^ 0x0B5E_55ED)
    var options = NativeEngine.Options(threads: generator.pick([1, 2, 3]))
    options.blockSize = blockSize
    options.fewestListensTaken = generator.pick([1, 2, 10])
    options.memory = generator.pick([64, 16 << 10, 1 << 30, 1 << 30])
    return NativeEngine(options)
  }

  private struct Scan {
    let parts: [ScannedPart]
    let taken: [String]
    let storeCounts: [String: Int]
  }

  /// Scans rows of users with names of one letter, by one worker.
  private static func scan(
    users: String, listenCounts: ClosedRange<Int> = 1...100, scanBytes: Int = 1 << 30,
    blockSize: Int = 4096
  ) throws -> Scan {
    let directory = try TemporaryDirectory()
    let rows = users.enumerated().map { place, user in
      "\(user)\t2009-05-04T23:08:\(10 + place)Z\t\tartist\t\ttrack\n"
    }
    let path = try directory.write(rows.joined(), to: "a.tsv")
    let inputs = try InputSet.open([path], temporaryDirectory: directory.path)
    let scan = try InputScan.run(
      inputs, quality: nil,
      options: InputScan.Options(
        threads: 1, blockSize: blockSize, scanBytes: scanBytes, mbidBytes: 1 << 30,
        hashesContent: false,
        runs: UserRuns.Plan(
          settings: AnalysisSettings(), quality: nil, inputs: inputs, listenCounts: listenCounts)),
      spill: ListenSpill(partitionCount: 1, in: directory.path), progress: NoProgress())
    let part = scan.parts[0]
    let ids = (0..<part.scanner.users.count).map {
      String(decoding: part.scanner.users.string($0), as: UTF8.self)
    }
    return Scan(
      parts: scan.parts, taken: part.scanner.takenUsers.map { ids[$0] }.sorted(),
      storeCounts: Dictionary(
        uniqueKeysWithValues: ids.indices.map { (ids[$0], part.scanner.store.count(of: $0)) }))
  }
}

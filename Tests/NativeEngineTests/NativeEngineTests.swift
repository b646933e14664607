import ListeningSessions
import ListeningSessionsTestSupport
import NativeEngine
import Testing

/// The answer must be the reference's, whatever the input and however the engine works.
struct NativeEngineTests {
  @Test(arguments: UInt64(0)..<200)
  func answersLikeTheReference(seed: UInt64) async throws {
    try await expectConformance(of: NativeEngine(), seed: seed)
  }

  @Test(arguments: UInt64(200)..<225, RandomRowOrder.allCases)
  func answersLikeTheReferenceInEveryOrderOfRows(
    seed: UInt64, order: RandomRowOrder
  ) async throws {
    try await expectConformance(
      of: .with(threads: 2, blockSize: 4096), seed: seed, order: order)
  }

  @Test(arguments: UInt64(300)..<312, [2, 3, 64, 100, 1000, 4096, 65_536])
  func answersLikeTheReferenceWithBlocksOfEverySize(seed: UInt64, blockSize: Int) async throws {
    try await expectConformance(of: .with(threads: 2, blockSize: blockSize), seed: seed)
  }

  @Test(arguments: UInt64(400)..<415, [1, 2, 3, 8])
  func answersLikeTheReferenceWithEveryNumberOfThreads(seed: UInt64, threads: Int) async throws {
    try await expectConformance(of: .with(threads: threads, blockSize: 512), seed: seed)
  }

  @Test(arguments: UInt64(500)..<520)
  func answersTheSameTwiceToTheByte(seed: UInt64) async throws {
    let directory = try TemporaryDirectory()
    let history = RandomHistory(seed: seed)
    let files = try history.write(to: directory)
    let engine = NativeEngine.with(threads: 8, blockSize: 300)
    let first = try await engine.answer(files, history.drawnSettings)
    let second = try await engine.answer(files, history.drawnSettings)
    #expect(
      try ResultFiles.bytes(of: first.report, rejects: first.rejects)
        == ResultFiles.bytes(of: second.report, rejects: second.rejects), "seed \(seed)")
  }

  @Test(arguments: UInt64(600)..<620)
  func theOrderOfTheRowsDoesNotChangeTheRankings(seed: UInt64) async throws {
    let directory = try TemporaryDirectory()
    var rankings: [Rankings] = []
    for order in RandomRowOrder.allCases {
      let history = RandomHistory(seed: seed, order: order)
      let answer = try await NativeEngine()
        .answer(history.write(to: directory), history.drawnSettings)
      rankings.append(try Rankings(of: answer.report))
    }
    #expect(rankings[1] == rankings[0], "seed \(seed)")
    #expect(rankings[2] == rankings[0], "seed \(seed)")
  }

  @Test func tellsHowItCameToTheAnswer() async throws {
    let directory = try TemporaryDirectory()
    let history = RandomHistory(seed: 0)
    let report = try await NativeEngine.with(threads: 3).answer(history.write(to: directory)).report
    #expect(report.execution.engine == "native")
    #expect(report.execution.threads == 3)
    #expect(
      report.execution.stages.map(\.name)
        == ["scan", "sessions", "quality", "checkpoint", "names", "rejects"])
    #expect(report.execution.stages.allSatisfy { $0.seconds >= 0 })
    #expect(try #require(report.execution.peakMemoryBytes) > 1 << 20)
  }

  private func expectConformance(
    of engine: NativeEngine, seed: UInt64, order: RandomRowOrder? = nil
  ) async throws {
    let differences = try await EngineConformance { engine }
      .differences(seed: seed, order: order)
    RandomHistory(seed: seed, order: order).attach(ifNot: differences.isEmpty)
    #expect(differences == [], "seed \(seed)")
  }
}

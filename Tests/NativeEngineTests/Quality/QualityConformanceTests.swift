import ListeningSessionsTestSupport
import NativeEngine
import Testing

/// Every rule must count what its own type counts, however the engine works.
struct QualityConformanceTests {
  @Test(arguments: UInt64(0)..<100)
  func countsLikeTheRulesThemselves(seed: UInt64) async throws {
    try await expectConformance(of: NativeEngine(), seed: seed)
  }

  @Test(arguments: UInt64(100)..<120, [64, 4096, 512 * 1024])
  func countsAlikeWithBlocksOfEverySize(seed: UInt64, blockSize: Int) async throws {
    try await expectConformance(of: .with(threads: 2, blockSize: blockSize), seed: seed)
  }

  @Test(arguments: UInt64(200)..<220, [1, 2, 3])
  func countsAlikeWithEveryNumberOfThreads(seed: UInt64, threads: Int) async throws {
    try await expectConformance(of: .with(threads: threads, blockSize: 256), seed: seed)
  }

  private func expectConformance(of engine: NativeEngine, seed: UInt64) async throws {
    let answer = try await QualityAnswer(engine, seed: seed)
    let differences = QualityDifferences(of: answer.report, from: answer.reference).all
    #expect(differences == [], "seed \(seed)")
  }
}

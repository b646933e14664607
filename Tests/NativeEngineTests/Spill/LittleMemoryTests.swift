import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

/// With memory for a few listens only, everything is spilled and the answer is the same.
struct LittleMemoryTests {
  /// From users that do not fit one by one to several partitions a thread.
  private static let memories = [64, 1 << 10, 16 << 10]

  @Test(arguments: UInt64(700)..<730, memories)
  func answersLikeTheReference(seed: UInt64, memory: Int) async throws {
    let differences = try await EngineConformance { Self.engine(memory: memory) }
      .differences(seed: seed)
    #expect(differences == [], "seed \(seed), \(memory) bytes")
  }

  @Test(arguments: UInt64(740)..<760, memories)
  func countsLikeTheRulesThemselves(seed: UInt64, memory: Int) async throws {
    let answer = try await QualityAnswer(Self.engine(memory: memory), seed: seed)
    let differences = QualityDifferences(of: answer.report, from: answer.reference).all
    #expect(differences == [], "seed \(seed), \(memory) bytes")
  }

  @Test func tellsOfThePartitions() async throws {
    let directory = try TemporaryDirectory()
    let files = try RandomHistory(seed: 1).write(to: directory)
    let report = try await Self.engine(memory: 1 << 10).answer(files).report
    let partitions = try #require(report.execution.partitions)
    #expect(try #require(partitions.spilledBytes) >= report.counts.listens * 12)
    #expect(
      Int((partitions.meanRows * Double(partitions.count)).rounded())
        == report.counts.listens + report.counts.duplicates)
    #expect(try await NativeEngine().answer(files).report.execution.partitions == nil)
  }

  @Test func aTemporaryDirectoryThatIsMissingIsAnErrorThatNamesTheOption() async throws {
    let directory = try TemporaryDirectory()
    let files = try RandomHistory(seed: 1).write(to: directory)
    var options = NativeEngine.Options(threads: 2)
    options.memory = 1 << 10
    options.temporaryDirectory = directory.path + "/missing"
    let error = try await #require(throws: AnalysisError.self) {
      try await NativeEngine(options).answer(files)
    }
    #expect(error.code == .inputOutput && error.advice.contains("--temp"))
  }

  private static func engine(memory: Int) -> NativeEngine {
    var options = NativeEngine.Options(threads: 2)
    options.blockSize = 512
    options.memory = memory
    return NativeEngine(options)
  }
}

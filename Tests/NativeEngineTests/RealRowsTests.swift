import ListeningSessions
import ListeningSessionsTestSupport
import NativeEngine
import Testing

/// The engine on rows as people really made them.
@Suite(.enabled(if: RealSamples.areThere, "there are no samples beside the checkout"))
struct RealRowsTests {
  @Test(arguments: RealSamples.names, [512, 512 * 1024])
  func everyRowIsAnsweredLikeTheReference(sample: String, blockSize: Int) async throws {
    let path = RealSamples.path(of: sample)
    let engine = NativeEngine.with(threads: 2, blockSize: blockSize)
    for measure in SessionMeasure.allCases {
      let settings = AnalysisSettings(topSessions: 1_000_000, rankSessionsBy: measure)
      let differences = try await EngineConformance { engine }
        .differences(on: [path], settings: settings)
      #expect(differences == [])
    }
    let counts = try await engine.answer([path]).report.counts
    #expect(counts.rows == RealSamples.rows[sample])
    #expect(counts.rejects == 0)
  }

  @Test func allSamplesAreOneHistory() async throws {
    let paths = RealSamples.names.map(RealSamples.path)
    let differences = try await EngineConformance { NativeEngine() }
      .differences(on: paths, settings: AnalysisSettings())
    #expect(differences == [])
  }
}

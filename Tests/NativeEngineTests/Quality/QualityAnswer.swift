import ListeningSessions
import ListeningSessionsTestSupport
import NativeEngine
import Testing

/// What an engine says of the quality of a random history, and what the reference says.
struct QualityAnswer {
  let report: QualityReport
  let reference: QualityReference

  init(_ engine: NativeEngine, seed: UInt64, inOneFile: Bool = false) async throws {
    let history = QualityHistory(seed: seed)
    let directory = try TemporaryDirectory()
    let files = inOneFile ? [Array(history.files.joined())] : history.files
    let paths = try files.enumerated().map { try directory.write($1, to: "\(seed)-\($0).tsv") }
    let rows = PlacedRow.rows(of: zip(paths, files).map { (path: $0, bytes: $1) })
    reference = QualityReference(rows, gap: history.history.gap, question: history.question)
    report = try #require(try await engine.answer(paths, history.settings).report.quality)
  }
}

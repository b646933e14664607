import ListeningSessions
import ListeningSessionsTestSupport
import NativeEngine
import SyntheticListens
import Testing

/// A generated history knows exactly what is in it.
struct SyntheticTruthTests {
  @Test(arguments: RowOrder.allCases)
  func everyInjectedFaultIsFoundAndNothingElse(order: RowOrder) async throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/history.tsv"
    let shape = HistoryShape(rows: 200_000, users: 300, seed: 9, faultRate: 0.02, order: order)
    let truth = try SyntheticHistory(shape).write(toFile: path)

    let (report, rejects) = try await NativeEngine().answer([path])
    let counts = report.counts
    #expect(counts.rows == truth.rows)
    #expect(counts.blankLines == truth.blankLines)
    #expect(counts.listens == truth.listens)
    #expect(counts.duplicates == truth.duplicates)
    let rejected = counts.rejected.map { ($0.key.rawValue, $0.value) }
    #expect(Dictionary(uniqueKeysWithValues: rejected) == truth.rejected)
    #expect(rejects.count == counts.rejects)
    #expect(truth.rejected.values.allSatisfy { $0 > 100 } && truth.duplicates > 100)
  }
}

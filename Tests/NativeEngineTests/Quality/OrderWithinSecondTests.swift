import ListeningSessions
import ListeningSessionsTestSupport
import NativeEngine
import Testing

/// Listens of one second stand in input order, so that all engines count and sample alike.
struct OrderWithinSecondTests {
  @Test func theSampleOfAUserIsTheFirstRow() async throws {
    let rows = (0..<20).map { "user x\t2009-05-04T23:08:57Z\t\ta\t\ttrack \($0)" }
    let result = try await result("validity_user_id", of: rows)
    #expect(result.samples.map(\.lineNumber) == [1])
  }

  @Test func theLastRowOfASecondIsTheNeighbourOfTheNext() async throws {
    // Newest first, but for one listen of each minute that stands behind a newer one.
    let rows = (10..<50).reversed().flatMap { minute in
      ["57Z\t\ta\t\tx", "58Z\t\ta\t\tnew", "57Z\t\ta\t\ty"].map { end in
        "u\t2009-05-04T23:\(minute):\(end) \(minute)"
      }
    }
    let result = try await result("consistency_newest_first", of: rows)
    #expect(result.units == 79)
    #expect(result.failed == 0)
  }

  private func result(_ id: String, of rows: [String]) async throws -> RuleResult {
    let directory = try TemporaryDirectory()
    let path = try directory.write(rows.joined(separator: "\n"), to: "a.tsv")
    let question = QualityQuestion(ruleSet: RuleSet(), now: .latest)
    let answer = try await NativeEngine().answer([path], AnalysisSettings(quality: question))
    return try #require(answer.report.quality?.results.first { $0.rule.id == id })
  }
}

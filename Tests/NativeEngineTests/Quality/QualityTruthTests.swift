import ListeningSessions
import ListeningSessionsTestSupport
import NativeEngine
import SyntheticListens
import Testing

/// The rules find the faults that a generated history knows of, and nothing else.
struct QualityTruthTests {
  @Test(arguments: RowOrder.allCases)
  func theRulesCountTheInjectedFaults(order: RowOrder) async throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/history.tsv"
    let shape = HistoryShape(rows: 200_000, users: 300, seed: 9, faultRate: 0.02, order: order)
    let truth = try SyntheticHistory(shape).write(toFile: path)
    let question = QualityQuestion(ruleSet: RuleSet(), now: .latest)
    let settings = AnalysisSettings(quality: question)
    let report = try await NativeEngine.with(threads: 3).answer([path], settings).report
    let quality = try #require(report.quality)

    let pairs = quality.results.map { ($0.rule.id, $0) }
    let results = Dictionary(uniqueKeysWithValues: pairs)
    let failed = results.mapValues(\.failed)
    let rejected = truth.rejected
    let readable =
      truth.rows - rejected["field_count", default: 0] - rejected["invalid_utf8", default: 0]
    #expect(failed["validity_field_count"] == rejected["field_count"])
    #expect(failed["validity_utf8"] == rejected["invalid_utf8"])
    #expect(failed["completeness_user_id"] == rejected["missing_user"])
    #expect(failed["completeness_artist_name"] == rejected["missing_artist_name"])
    #expect(failed["completeness_track_name"] == rejected["missing_track_name"])
    #expect(
      failed["completeness_timestamp", default: 0] + failed["validity_timestamp", default: 0]
        == rejected["invalid_timestamp"])
    #expect(failed["uniqueness_duplicates"] == truth.duplicates)
    #expect(results["uniqueness_duplicates"]?.units == truth.listens + truth.duplicates)
    #expect(results["validity_field_count"]?.units == truth.rows)
    #expect(results["completeness_artist_mbid"]?.units == readable)
    #expect(results["uniqueness_same_second"]?.units == truth.listens)
    #expect(results["timeliness_session_length"]?.units == report.counts.sessions)
    #expect(results["timeliness_user_activity"]?.units == 300)
    #expect(quality.rowsWithErrors == truth.duplicates + rejected.values.reduce(0, +))
    #expect(quality.profile.columns.allSatisfy { $0.rows == readable })
  }
}

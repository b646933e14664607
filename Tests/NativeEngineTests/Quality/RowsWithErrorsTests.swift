import ListeningSessions
import ListeningSessionsTestSupport
import NativeEngine
import Testing

/// A row is one row with errors, however many rules find something in it.
struct RowsWithErrorsTests {
  private static let mbid = "5bf1c3d0-9a0e-4c11-8d3f-0123456789ab"
  private static let good = "u\t2009-05-04T23:08:57Z\t\(mbid)\ta\t\(mbid)\tt"
  /// Two listens of one second, of which one has a broken MBID too, and its duplicate.
  private static let rows = [
    good, good.replacing("\ta\t", with: "\tb\t").replacing(mbid, with: "x"),
    good.replacing("\ta\t", with: "\tb\t").replacing(mbid, with: "x"),
    good.replacing("23:08", with: "22:00"), "", "one field",
    good.replacing("2009", with: "1999"), good.replacing("\tt", with: "\t"),
  ]

  @Test func withTheStandardSettingsRejectsAndDuplicatesHaveErrors() async throws {
    #expect(try await rowsWithErrors([]) == 3)
  }

  @Test(arguments: [
    (["validity_mbid"], 4), (["uniqueness_same_second"], 5),
    (["validity_mbid", "uniqueness_same_second"], 5), (["timeliness_earliest"], 4),
    (["validity_mbid", "uniqueness_same_second", "timeliness_earliest"], 6),
  ])
  func aRowWithSeveralFindingsCountsOnce(rules: [String], expected: Int) async throws {
    #expect(try await rowsWithErrors(rules) == expected)
  }

  @Test func rulesThatAreNotEnabledFindNothing() async throws {
    #expect(try await rowsWithErrors(["validity_mbid"], isEnabled: false) == 3)
    #expect(try await rowsWithErrors(["uniqueness_duplicates"], isEnabled: false) == 2)
    #expect(try await rowsWithErrors(["validity_field_count"], isEnabled: false) == 2)
  }

  @Test func rulesAboutUsersSayNothingAboutRows() async throws {
    #expect(try await rowsWithErrors(["timeliness_session_length", "validity_user_id"]) == 3)
  }

  private func rowsWithErrors(_ rules: [String], isEnabled: Bool = true) async throws -> Int {
    var ruleSet = RuleSet()
    for rule in rules { ruleSet.settings[rule] = RuleSetting(.error, isEnabled: isEnabled) }
    let directory = try TemporaryDirectory()
    let path = try directory.write(Self.rows.joined(separator: "\n") + "\n", to: "a.tsv")
    let settings = AnalysisSettings(quality: QualityQuestion(ruleSet: ruleSet, now: .latest))
    let report = try await NativeEngine.with(threads: 2, blockSize: 128).answer([path], settings)
    return try #require(report.report.quality).rowsWithErrors
  }
}

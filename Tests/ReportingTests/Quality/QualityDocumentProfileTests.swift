import Foundation
import ListeningSessions
import Reporting
import Testing

struct QualityDocumentProfileTests {
  @Test func exactFiguresAreMarkedAsSuch() throws {
    let column = try column("user_id")
    #expect(column["distinct_is_exact"] as? Bool == true)
    #expect(column["distinct_standard_error"] as? Double == 0)
    #expect(column["top_values_are_exact"] as? Bool == true)
    #expect(column["blank_count"] as? Int == 1)
    #expect(column["blank_percent"] as? Double == 25)
    #expect(column["length"] as? NSDictionary == ["min": 1, "mean": 2.5, "max": 4])
  }

  @Test func approximateFiguresAreMarkedAsSuch() throws {
    let timestamps = try column("timestamp")
    #expect(timestamps["distinct_is_exact"] as? Bool == false)
    let error = try #require(timestamps["distinct_standard_error"] as? Double)
    #expect(error > 0.0081 && error < 0.0082)
    let artists = try column("artist_name")
    #expect(artists["top_values_are_exact"] as? Bool == false)
    #expect(artists["undercount"] as? Int == 2)
    let tracks = try column("track_name")
    #expect(tracks["top_values_are_exact"] as? Bool == false)
    #expect(tracks["counted_every"] as? Int == 16)
  }

  @Test(arguments: [false, true])
  func theMostFrequentUsersAreNamedOnlyWhereThatWasAskedFor(showUsers: Bool) throws {
    let top = try column("user_id", showUsers: showUsers)["top_values"] as? [[String: Any]]
    let value = try #require(top?.first?["value"] as? String)
    #expect((value == "user_000005") == showUsers)
    #expect(value.hasPrefix("user#") == !showUsers)
  }

  @Test(arguments: [false, true])
  func noUserIsNamedAnywhereUnlessAskedFor(showUsers: Bool) throws {
    let document = QualityDocument(run: SampleQuality.run, showUsers: showUsers)
    let bytes = try #require(try document.json(of: SampleQuality.mixed()))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("user_000005") == showUsers)
  }

  @Test func theHistoryHasItsTimeAndItsUsers() throws {
    let profile = try profile(of: SampleQuality.mixed())
    #expect(
      profile["time_range"] as? NSDictionary == [
        "first": "1970-01-01T00:00:00Z", "last": "2006-02-12T17:49:31Z",
      ])
    #expect(
      profile["listens_per_year"] as? NSArray == [
        ["year": 1970, "listens": 1] as NSDictionary, ["year": 2006, "listens": 3] as NSDictionary,
      ])
    #expect(
      profile["listens_per_user"] as? NSDictionary == [
        "min": 1, "p25": 1, "median": 2, "p75": 3, "p90": 40, "max": 40, "mean": 11.5,
      ])
  }

  @Test func anEmptyHistoryKeepsTheKeys() throws {
    let profile = try profile(of: SampleQuality.passed())
    #expect(
      Set(profile.keys) == ["columns", "time_range", "listens_per_year", "listens_per_user"])
    #expect(profile["time_range"] is NSNull && profile["listens_per_user"] is NSNull)
  }

  private func column(_ name: String, showUsers: Bool = false) throws -> [String: Any] {
    let profile = try profile(of: SampleQuality.mixed(), showUsers: showUsers)
    let columns = try #require(profile["columns"] as? [[String: Any]])
    return try #require(columns.first { $0["name"] as? String == name })
  }

  private func profile(
    of report: AnalysisReport, showUsers: Bool = false
  ) throws -> [String: Any] {
    let document = QualityDocument(run: SampleQuality.run, showUsers: showUsers)
    return try #require(
      QualityJSON.object(of: report, document)["profile"] as? [String: Any])
  }
}

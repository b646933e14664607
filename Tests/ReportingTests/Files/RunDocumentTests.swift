import Foundation
import ListeningSessions
import Reporting
import Testing

struct RunDocumentTests {
  private static let keys: Set = [
    "versions", "started_at", "ended_at", "duration_seconds", "settings", "inputs", "engine",
    "counts", "stages", "peak_memory_bytes", "run_id", "quality", "checkpoints", "partitions",
    "profiles", "storage",
  ]

  @Test func everyKeyIsThere() throws {
    let document = try object(of: SampleReport.make())
    #expect(Set(document.keys) == Self.keys)
    let printed = try object(of: SampleReport.make(), withRankings: true)
    #expect(Set(printed.keys) == Self.keys.union(["top_sessions", "top_songs"]))
  }

  @Test func aKeyIsThereEvenWhenItsValueIsUnknown() throws {
    let document = try object(of: SampleReport.make(peakMemoryBytes: nil))
    #expect(Set(document.keys) == Self.keys)
    #expect(document["peak_memory_bytes"] is NSNull)
    #expect(document["partitions"] is NSNull)
    #expect(document["storage"] is NSNull)
    #expect(document["profiles"] is NSNull)
  }

  @Test func whatWasKeptAndWhatWasSpilledIsTold() throws {
    let execution = Execution(
      engine: "sample", threads: 1, stages: [], peakMemoryBytes: nil,
      checkpoints: [
        CheckpointUse(stage: "listens", isHit: true, rowsServed: 7),
        CheckpointUse(stage: "sessions", isHit: false, rowsServed: 0),
      ],
      partitions: PartitionSummary(rowCounts: [1, 3, 5], spilledBytes: 108))
    let document = try object(
      of: AnalysisReport(
        settings: AnalysisSettings(), inputs: [], counts: RowCounts(), sessions: [],
        names: NameTable(), execution: execution))
    #expect(
      document["checkpoints"] as? NSArray == [
        ["stage": "listens", "look_ups": 1, "hits": 1, "rows_served": 7] as NSDictionary,
        ["stage": "sessions", "look_ups": 1, "hits": 0, "rows_served": 0] as NSDictionary,
      ])
    #expect(
      document["partitions"] as? NSDictionary == [
        "count": 3, "least_rows": 1, "mean_rows": 3, "greatest_rows": 5, "skew": 5.0 / 3,
        "spilled_bytes": 108,
      ])
  }

  @Test func whatAClusterKeptIsTold() throws {
    let table = StorageSummary.Table(
      partitions: 4, keptPartitions: 4, memoryBytes: 100, diskBytes: 10, reads: 8)
    let execution = Execution(
      engine: "sample", threads: 2, stages: [], peakMemoryBytes: nil,
      partitions: PartitionSummary(rowCounts: [], spilledBytes: nil),
      storage: StorageSummary([table]))
    let document = try object(
      of: AnalysisReport(
        settings: AnalysisSettings(), inputs: [], counts: RowCounts(), sessions: [],
        names: NameTable(), execution: execution))
    let partitions = try #require(document["partitions"] as? [String: Any])
    #expect(partitions["spilled_bytes"] is NSNull)
    #expect(
      document["storage"] as? NSDictionary == [
        "partitions": 4, "kept_partitions": 4, "memory_bytes": 100, "disk_bytes": 10, "reads": 8,
        "hits": 4, "hit_ratio": 0.5,
      ])
  }

  @Test func theProfilesAndWhomTheyKnowAreTold() async throws {
    let document = try object(of: await SampleReport.withProfiles(), withRankings: true)
    let none = ["count": 0, "lines": [Int]()] as NSDictionary
    #expect(
      document["profiles"] as? NSDictionary == [
        "path": "p.tsv", "bytes": SampleReport.profiles.utf8.count, "rows": 2, "blank_lines": 1,
        "users": 2, "listeners": 2, "matched_listeners": 1,
        "faults": [
          "field_count": none, "invalid_utf8": none, "missing_user": none, "duplicate_user": none,
          "invalid_age": ["count": 1, "lines": [4]] as NSDictionary, "invalid_registered": none,
        ] as NSDictionary,
      ])
    let groups = try #require(document["top_songs_by_profile"] as? NSArray)
    #expect(groups.count == 12)
    #expect(
      groups.firstObject as? NSDictionary == [
        "song_rank": 1, "attribute": "country", "status": "known", "value": "Per\u{FA}",
        "listener_count": 1, "play_count": 2,
      ])
  }

  @Test func everyReasonIsCountedEvenWhenItIsZero() throws {
    let counts = try #require(try object(of: SampleReport.make())["counts"] as? [String: Any])
    #expect(
      Set(counts.keys) == [
        "rows", "blank_lines", "duplicates", "listens", "rejected", "users", "sessions",
      ])
    #expect(
      counts["rejected"] as? [String: Int] == [
        "field_count": 0, "invalid_utf8": 7, "missing_user": 0, "invalid_timestamp": 0,
        "missing_artist_name": 0, "missing_track_name": 0,
      ])
    #expect(counts["rows"] as? Int == 1_234_567)
    #expect(counts["listens"] as? Int == 1_233_560)
    #expect(counts["blank_lines"] as? Int == 2)
    #expect(counts["duplicates"] as? Int == 1000)
    #expect(counts["users"] as? Int == 2)
    #expect(counts["sessions"] as? Int == 12_345)
  }

  @Test func theQuestionAndTheRunAreTold() throws {
    let document = try object(of: SampleReport.make())
    #expect(
      document["settings"] as? NSDictionary == [
        "gap_seconds": 1200, "top_sessions": 3, "top_songs": 4, "rank_sessions_by": "duration",
      ])
    #expect(
      document["inputs"] as? NSArray == [
        ["path": "a b.tsv", "bytes": 10] as NSDictionary,
        ["path": "-", "bytes": 0] as NSDictionary,
      ])
    #expect(document["engine"] as? NSDictionary == ["name": "sample", "threads": 3])
    #expect(
      document["stages"] as? NSArray == [
        ["name": "scan", "seconds": 0.5] as NSDictionary,
        ["name": "names", "seconds": 0.25] as NSDictionary,
      ])
    #expect(document["peak_memory_bytes"] as? Int == 4096)
    #expect(document["versions"] as? NSDictionary == ["sidelong": "9.8.7", "run_json": 1])
  }

  @Test func timesAreWrittenLikeAllOthers() throws {
    let document = try object(of: SampleReport.make())
    let started = try #require(document["started_at"] as? String)
    let ended = try #require(document["ended_at"] as? String)
    for text in [started, ended] {
      let bytes = Array(text.utf8)
      let instant = TimestampFormat.instant(of: bytes.span)
      #expect(instant?.description == text)
    }
    #expect(started <= ended)
    #expect(try #require(document["duration_seconds"] as? Double) >= 0)
  }

  @Test func theRankingsHaveTheKeysOfTheTables() throws {
    let document = try object(of: SampleReport.make(), withRankings: true)
    let songs = try #require(document["top_songs"] as? NSArray)
    #expect(
      songs.firstObject as? NSDictionary == [
        "rank": 1, "track_name": "Jolene", "artist_name": "Dolly Parton", "play_count": 2,
        "session_count": 1, "listener_count": 1, "track_mbid": "tm", "artist_mbid": "am",
      ])
    let sessions = try #require(document["top_sessions"] as? NSArray)
    #expect(
      sessions.firstObject as? NSDictionary == [
        "rank": 1, "user_id": "user_1", "started_at": "2006-02-12T17:49:31Z",
        "ended_at": "2006-02-12T18:09:31Z", "duration_seconds": 1200, "track_count": 3,
        "distinct_songs": 2,
      ])
    #expect(songs.count == 3 && sessions.count == 2)
  }

  @Test func namesAreQuotedSoThatTheyComeBackAsTheyWere() throws {
    let document = try object(of: SampleReport.make(), withRankings: true)
    let songs = try #require(document["top_songs"] as? [[String: Any]])
    #expect(songs.map { $0["track_name"] as? String } == ["Jolene", "null", "\"q\" \\ {2}"])
  }

  @Test func theTextEndsWithALineFeedAndHasItsKeysInOrder() throws {
    let text = String(decoding: try bytes(of: SampleReport.make()), as: UTF8.self)
    #expect(text.hasPrefix("{\n") && text.hasSuffix("\n}\n"))
    let keys = text.matches(of: /(?m)^  "(\w+)"/).map { String($0.1) }
    #expect(keys == Self.keys.sorted())
  }

  private func bytes(of report: AnalysisReport, withRankings: Bool = false) throws -> [UInt8] {
    try RunDocument(version: "9.8.7").json(of: report, withRankings: withRankings)
  }

  private func object(
    of report: AnalysisReport, withRankings: Bool = false
  ) throws -> [String: Any] {
    let data = Data(try bytes(of: report, withRankings: withRankings))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}

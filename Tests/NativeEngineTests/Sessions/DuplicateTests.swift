import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

/// Duplicates are decided on the names, whatever their hashes.
struct DuplicateTests {
  private static let time = "2009-05-04T23:08:57Z"

  @Test func namesOfEqualHashAreNotMerged() async throws {
    let (first, second) = try #require(Self.namesOfEqualHash())
    let report = try await report(of: [first, second, first, second, second])
    #expect(report.counts.duplicates == 3)
    #expect(Set(report.topSongs.map(\.song.trackName)) == [Text(first), Text(second)])
  }

  @Test func asManySongsOfOneSecondAsMustShareHashesAreAllKept() async throws {
    // There are 4,096 hashes.
    let names = (0..<10_000).map { "Track \($0)" }
    let report = try await report(of: names + names.reversed())
    #expect(report.counts.listens == 10_000)
    #expect(report.counts.duplicates == 10_000)
  }

  @Test func rowsOfOneSecondThatStandApartAreComparedToo() async throws {
    let directory = try TemporaryDirectory()
    let seconds = [10, 20, 30, 10, 20, 10, 40, 20]
    let rows = zip(seconds, "ababacab").map { second, track in
      "u\t2009-05-04T23:08:\(second)Z\t\tartist\t\t\(track)\n"
    }
    let path = try directory.write(rows.joined(), to: "a.tsv")
    let report = try await NativeEngine().answer([path]).report
    #expect(report.counts.listens == 7 && report.counts.duplicates == 1)
  }

  @Test func theFirstOfEqualRowsInInputOrderStays() async throws {
    let directory = try TemporaryDirectory()
    let files = try ["x", "y", "x"].enumerated().map { number, mbid in
      try directory.write(
        "u\t\(Self.time)\t\tartist\t\(mbid)-\(number)\ttrack\n", to: "\(number).tsv")
    }
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let report = try await NativeEngine.with(threads: 3).answer(order.map { files[$0] }).report
      #expect(report.counts.duplicates == 2)
      let first = ["x-0", "y-1", "x-2"][order[0]]
      #expect(report.topSongs.map(\.trackMBID) == [Text(first)])
    }
  }

  @Test func namesThatJoinAlikeAreDifferentSongs() async throws {
    let rows = ["ab\t\tc", "a\t\tbc", "abc\t\tc"].map { "u\t\(Self.time)\t\t\($0)\n" }
    let directory = try TemporaryDirectory()
    let path = try directory.write(rows.joined(), to: "a.tsv")
    #expect(try await NativeEngine().answer([path]).report.counts.duplicates == 0)
  }

  private func report(of tracks: [String]) async throws -> AnalysisReport {
    let directory = try TemporaryDirectory()
    let rows = tracks.map { "u\t\(Self.time)\t\tartist\t\t\($0)\n" }
    let path = try directory.write(rows.joined(), to: "a.tsv")
    return try await NativeEngine().answer([path]).report
  }

  /// Two track names of one artist that the engine's records cannot tell apart.
  private static func namesOfEqualHash() -> (String, String)? {
    var records: [(name: String, record: ListenRecord)] = []
    for number in 0..<20_000 {
      let name = "Track \(number)"
      let hash = ListenRecord.nameHash(ofSong: RowNames.songHash(of: "artist", name))
      records.append((name, ListenRecord(seconds: 0, position: UInt64(number), nameHash: hash)))
    }
    let inOrder = records.sorted { ListenRecord.precedesInSecond($0.record, $1.record) }
    let pair = zip(inOrder, inOrder.dropFirst()).first { $0.record.mayEqual($1.record) }
    return pair.map { ($0.name, $1.name) }
  }
}

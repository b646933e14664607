import Testing

@testable import SyntheticListens

/// The shape of a history of 200,000 rows, within limits that any seed should keep.
struct HistoryStatisticsTests {
  /// Made once for all tests; without rows if that fails, which no test lets pass.
  private static let history = try? WrittenHistory(
    HistoryShape(rows: 200_000, users: 100, seed: 31))
  private static let allRows = history?.lines.map(PlainRow.init) ?? []

  private let rows = HistoryStatisticsTests.allRows

  private func share(_ condition: (PlainRow) -> Bool) -> Double {
    Double(rows.count(where: condition)) / Double(rows.count)
  }

  @Test("Rows are listens, of the usual length, with identifiers missing as in the real file")
  func rowsAreListens() {
    #expect(rows.count == 200_000)
    #expect(rows.allSatisfy { $0.verdict == "listen" })
    let byteCount = HistoryStatisticsTests.history?.bytes.count ?? 0
    #expect((22_000_000...25_000_000).contains(byteCount))
    #expect((0.01...0.07).contains(share { $0.fields[2].isEmpty }))
    #expect((0.08...0.14).contains(share { $0.fields[4].isEmpty }))
    #expect((0.04...0.12).contains(share { $0.fields[3].contains { $0 > 0x7F } }))
    #expect(share { $0.fields[5].contains(0x22) } > 0.005)
  }

  @Test("No listen is an exact duplicate of another one")
  func noDuplicates() {
    let keys = Set(rows.map { row in [0, 1, 3, 5].map { row.fields[$0] } })
    #expect(keys.count == 200_000)
  }

  @Test("A song has the same identifiers wherever it is named, or none")
  func identifiers() {
    var known: [[ArraySlice<UInt8>]: [ArraySlice<UInt8>]] = [:]
    var contradictions = 0
    for row in rows where !row.fields[4].isEmpty {
      let identifiers = [row.fields[2], row.fields[4]]
      let earlier = known.updateValue(identifiers, forKey: [row.fields[3], row.fields[5]])
      if let earlier, earlier != identifiers { contradictions += 1 }
    }
    #expect(known.count > 20_000)
    #expect(contradictions == 0)
  }

  @Test("Few users, songs and sessions make much of the whole")
  func heavyTails() throws {
    let users = Dictionary(grouping: rows) { $0.fields[0] }
    let counts = users.values.map(\.count).sorted(by: >)
    #expect(counts.count == 100)
    #expect((8_000...20_000).contains(counts[0]))
    #expect(counts[50] < 2_000)
    let songs = Dictionary(grouping: rows) { [$0.fields[3], $0.fields[5]] }.values.map(\.count)
    #expect((30_000...120_000).contains(songs.count))
    #expect((songs.max() ?? 0) > 50)
    let sessions = sessions(users.values)
    #expect((9_000...14_000).contains(sessions.count))
    #expect((0.12...0.16).contains(Double(sessions.count { $0 == 1 }) / Double(sessions.count)))
    #expect((sessions.max() ?? 0) > 400)
  }

  /// The numbers of tracks of the sessions at a gap of 1200 seconds.
  private func sessions(_ users: some Sequence<[PlainRow]>) -> [Int] {
    users.flatMap { rows in
      let times = rows.compactMap { PlainTimestamp.unixSeconds(Array($0.fields[1])) }
      var sessions = [1]
      for (newer, older) in zip(times, times.dropFirst()) {
        if newer - older > 1200 { sessions.append(0) }
        sessions[sessions.count - 1] += 1
      }
      return sessions
    }
  }
}

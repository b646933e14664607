import SyntheticListens
import Testing

struct InjectedFaultsTests {
  /// The counts as a reader of the file finds them.
  private struct Recount {
    var blankLines = 0
    var duplicates = 0
    var verdicts: [String: Int] = [:]

    init(_ lines: [ArraySlice<UInt8>]) {
      var seen: Set<[[UInt8]]> = []
      for row in lines.map(PlainRow.init) {
        guard let verdict = row.verdict else {
          blankLines += 1
          continue
        }
        let isNew =
          verdict != "listen" || seen.insert([0, 1, 3, 5].map { Array(row.fields[$0]) }).inserted
        if isNew { verdicts[verdict, default: 0] += 1 } else { duplicates += 1 }
      }
    }
  }

  @Test(
    "The counts are those that a plain reader of the file finds",
    arguments: [(0.02, RowOrder.user), (0.02, .time), (0.02, .random), (1, .user), (0, .user)])
  func recounted(rate: Double, order: RowOrder) throws {
    let shape = HistoryShape(rows: 30_000, users: 50, seed: 21, faultRate: rate, order: order)
    let history = try WrittenHistory(shape)
    let recount = Recount(history.lines)
    let truth = history.truth
    #expect(recount.blankLines == truth.blankLines)
    #expect(recount.duplicates == truth.duplicates)
    #expect(recount.verdicts["listen", default: 0] == truth.listens)
    for reason in InjectedFaults.reasons {
      #expect(recount.verdicts[reason, default: 0] == truth.rejected[reason], "\(reason)")
    }
    #expect(truth.rows == 30_000)
    #expect(truth.listens + truth.duplicates + truth.rejected.values.reduce(0, +) == truth.rows)
  }

  @Test("At a rate of 0.02, each kind of fault takes a seventh of it")
  func evenly() throws {
    let shape = HistoryShape(rows: 70_000, seed: 22, faultRate: 0.02)
    let truth = try WrittenHistory(shape).truth
    let counts = [truth.duplicates, truth.blankLines] + truth.rejected.values
    #expect(counts.count == 8)
    #expect(counts.allSatisfy { (140...260).contains($0) }, "\(counts)")
  }

  @Test("The JSON has its keys in a fixed order")
  func json() throws {
    let truth = try WrittenHistory(HistoryShape(rows: 20_000, seed: 23, faultRate: 0.01)).truth
    let rejected = truth.rejected
    let expected = """
      {
        "rows": 20000,
        "blank_lines": \(truth.blankLines),
        "duplicates": \(truth.duplicates),
        "listens": \(truth.listens),
        "rejected": {
          "field_count": \(rejected["field_count"] ?? -1),
          "invalid_utf8": \(rejected["invalid_utf8"] ?? -1),
          "missing_user": \(rejected["missing_user"] ?? -1),
          "invalid_timestamp": \(rejected["invalid_timestamp"] ?? -1),
          "missing_artist_name": \(rejected["missing_artist_name"] ?? -1),
          "missing_track_name": \(rejected["missing_track_name"] ?? -1)
        }
      }

      """
    #expect(String(decoding: truth.json, as: UTF8.self) == expected)
  }
}

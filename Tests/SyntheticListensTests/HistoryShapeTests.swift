import SyntheticListens
import Testing

struct HistoryShapeTests {
  @Test(
    "An impossible shape is refused before anything is written, naming the value",
    arguments: zip(
      [
        HistoryShape(rows: -1, seed: 1), HistoryShape(rows: 10, users: 0, seed: 1),
        HistoryShape(rows: 10, users: 1_000_001, seed: 1),
        HistoryShape(rows: 10, seed: 1, faultRate: -0.1),
        HistoryShape(rows: 10, seed: 1, faultRate: 1.5),
        HistoryShape(rows: 10, seed: 1, faultRate: .nan),
        HistoryShape(rows: 30_000_001, users: 1, seed: 1),
        HistoryShape(rows: 45_000_000, users: 2, seed: 1),
      ],
      [
        "-1 rows", "0 users", "1000001 users", "rate of -0.1", "rate of 1.5", "rate of nan",
        "30000001 listens", " listens",
      ]))
  func refused(shape: HistoryShape, words: String) {
    let error = #expect(throws: SyntheticHistoryError.self) {
      try SyntheticHistory(shape).write { _ in Issue.record("written") }
    }
    #expect(error?.message.contains(words) == true, "\(String(describing: error))")
    #expect(error?.description.contains("; give ") == true)
  }

  @Test("By default, a history has 992 users, no faults, and is ordered by user")
  func defaults() {
    let shape = HistoryShape(rows: 1, seed: 2)
    #expect(
      shape == HistoryShape(rows: 1, users: 992, seed: 2, faultRate: 0, order: .user))
  }

  @Test("Fewer rows than users are possible, as is none", arguments: [0, 1, 17, 991])
  func fewRows(rows: Int) throws {
    let history = try WrittenHistory(HistoryShape(rows: rows, seed: 3))
    #expect(history.lines.count == rows)
    #expect(history.truth.listens == rows)
  }
}

import ListeningSessions
import ListeningSessionsTestSupport
import Testing

/// `state(A) + state(B) == state(A ∪ B)` for everything that is learned of a history.
struct MergeLawTests {
  @Test(arguments: UInt64(0)..<60)
  func partsByUserAddUpToTheWhole(seed: UInt64) {
    let history = QualityHistory(seed: seed)
    let rows = PlacedRow.rows(of: history.files.map { ("in.tsv", $0) })
    var generator = SeededGenerator(seed: seed)
    let salt = UInt64.random(in: .min ... .max, using: &generator)
    // Rows without a readable user may stand in any part.
    let parts = Dictionary(grouping: rows) { row in
      var user = SeededGenerator(seed: salt)
      for byte in row.sample.userID.utf8 {
        user = SeededGenerator(seed: user.next() ^ UInt64(byte))
      }
      return user.next() % 3
    }
    let merged = (UInt64(0)..<3).reduce(into: LearnedState()) { state, part in
      state.merge(LearnedState(of: parts[part] ?? [], history))
    }
    let whole = LearnedState(of: rows, history)
    #expect(merged == whole, "seed \(seed)")
    #expect(whole.tallies.count == 23)
  }
}

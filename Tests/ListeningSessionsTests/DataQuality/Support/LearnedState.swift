import ListeningSessions
import ListeningSessionsTestSupport

/// All that merges, learned of some rows: the tallies of the rules, the names of MBIDs, the sketches.
struct LearnedState: Equatable, MergeableState {
  private(set) var tallies: [String: RuleTally] = [:]
  private var names = MBIDNameConsistency.State()
  private var columns: [ListenColumn: ColumnSketch] = [:]

  init() {}

  init(of rows: [PlacedRow], _ history: QualityHistory) {
    let reference = QualityReference(rows, gap: history.history.gap, question: history.question)
    // The rules about the whole history and about MBIDs have no tally that adds up.
    let ofWhole = ["volume_rows", "volume_users", "consistency_mbid_names"]
    tallies = reference.tallies.filter { !ofWhole.contains($0.key) }
    for row in rows.compactMap(\.readable) {
      names.observe(row)
      for column in ListenColumn.allCases { observe(column.text(of: row), in: column, row) }
    }
    tallies["consistency_mbid_names"] = names.tally
  }

  mutating func merge(_ other: LearnedState) {
    names.merge(other.names)
    tallies.merge(other.tallies) { left, right in
      var sum = left
      sum.merge(right)
      return sum
    }
    tallies["consistency_mbid_names"] = names.tally
    columns.merge(other.columns) { left, right in
      var sum = left
      sum.merge(right)
      return sum
    }
  }

  private mutating func observe(_ text: Text, in column: ListenColumn, _ row: ReadableRow) {
    var sketch = columns[column] ?? ColumnSketch()
    if text.isBlank {
      sketch.countBlank(length: text.utf8.count, times: 1)
    } else {
      var mixed = SeededGenerator(seed: 0)
      for byte in text.utf8 { mixed = SeededGenerator(seed: mixed.next() ^ UInt64(byte)) }
      let hash = mixed.next()
      sketch.count(length: text.utf8.count, times: 1)
      sketch.learn(hash: hash)
      sketch.sample(hash: hash, times: 1, position: row.position)
    }
    columns[column] = sketch
  }
}

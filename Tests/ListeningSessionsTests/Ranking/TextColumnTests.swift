import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct TextColumnTests {
  @Test(arguments: UInt64(0)..<20)
  func givesBackWhatItTook(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<50).map { _ in generator.pick(["", "a", "ab", "é", "\u{0}"] as [Text]) }
    var column = TextColumn()
    for text in texts { column.append(text.utf8[...]) }
    #expect(column.count == texts.count)
    #expect(texts.indices.map { column[$0] } == texts, "seed \(seed)")
    #expect(texts.indices.map { Array(column.utf8($0)) } == texts.map(\.utf8), "seed \(seed)")
  }

  @Test func whereATextEndsMakesADifference() {
    #expect(column("ab", "c") != column("a", "bc"))
    #expect(column("a", "") != column("a"))
    #expect(column("a", "b") == column("a", "b"))
  }

  private func column(_ texts: Text...) -> TextColumn {
    texts.reduce(into: TextColumn()) { $0.append($1.utf8[...]) }
  }
}

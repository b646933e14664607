/// The songs of a random history.
struct RandomCatalogue {
  /// A song with the ids that its rows may carry.
  struct Entry {
    let artistName: [UInt8]
    let trackName: [UInt8]
    let artistMBIDs: [String]
    let trackMBIDs: [String]
  }

  private let entries: [Entry]

  /// Pieces of names; which are alike but for case, form, space or quotes is on purpose.
  private static let words = [
    "a", "A", "NA", "null", "The", "the", " leading", "trailing ", "\"quoted\"", "it's", "\u{00E9}",
    "e\u{0301}", "\u{00DF}", "\u{5742}\u{672C}", "\u{1F3B6}", "\u{200B}", "\\t", "Jolene", "Zebra",
    "zebra", "0", "-", "a name that is longer than sixty-four bytes, as some of real histories are",
  ]

  init(songs: Int, using generator: inout SeededGenerator) {
    entries = (0..<songs).map { number in
      Entry(
        artistName: RandomCatalogue.name(using: &generator),
        trackName: RandomCatalogue.name(using: &generator),
        artistMBIDs: generator.pick([[""], ["", "a\(number)", "b\(number)"], ["c\(number)"]]),
        trackMBIDs: generator.pick([[""], ["", "d\(number)", "e\(number)", "f\(number)"]]))
    }
  }

  /// A song; the first ones come up more often.
  func song(using generator: inout SeededGenerator) -> Entry {
    entries[
      min(
        Int.random(in: entries.indices, using: &generator),
        Int.random(in: entries.indices, using: &generator))]
  }

  private static func name(using generator: inout SeededGenerator) -> [UInt8] {
    let count = generator.chance(0.01) ? 400 : Int.random(in: 1...3, using: &generator)
    let words = (0..<count).map { _ in generator.pick(RandomCatalogue.words) }
    return Array(words.joined().utf8)
  }
}

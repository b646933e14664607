/// One listen of a random history before it is spelled as a row.
struct RandomPlay {
  let user: Int
  let second: Int
  let song: RandomCatalogue.Entry

  /// The fields of a row: two rows of one play differ in spelling and ids, but are duplicates.
  func fields(using generator: inout SeededGenerator) -> [[UInt8]] {
    [
      Array(userID.utf8), Array(RandomTimestamp.spelling(of: second, using: &generator).utf8),
      Array(generator.pick(song.artistMBIDs).utf8), song.artistName,
      Array(generator.pick(song.trackMBIDs).utf8), song.trackName,
    ]
  }

  func row(using generator: inout SeededGenerator) -> RandomRow {
    row(of: fields(using: &generator))
  }

  /// A row that stands where this play's would.
  func row(of fields: [[UInt8]]) -> RandomRow {
    RandomRow(user: user, second: second, line: Array(fields.joined(separator: [0x09])))
  }

  /// Of several lengths, some alike but for case or the last character.
  private var userID: String {
    switch user % 5 {
    case 0: "user_00000\(user)"
    case 1: "u\(user)"
    case 2: "USER_00000\(user - 2)"
    case 3: "\u{00FC}ser with spaces \(user)"
    default: "user_00000\(user) and a name of more than sixteen bytes"
    }
  }
}

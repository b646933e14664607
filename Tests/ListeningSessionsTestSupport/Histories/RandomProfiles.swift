public import ListeningSessions

/// A made-up file of profiles of some users, of strangers, and with every fault.
///
/// The same users and seed give the same bytes.
public enum RandomProfiles {
  private static let genders = ["m", "f", "x", "", " "]
  private static let ages = [
    "", "1", "17", "18", "24", "25", "34", "35", "44", "45", "54", "55", "64", "65", "120", "007",
    "0", "121", "-5", "24.5", "1000", "old", "\u{A0}",
  ]
  private static let countries = ["Japan", "japan", "Per\u{FA}", "Peru\u{301}", "Chad", "", "\t"]
  private static let dates = [
    "", "Aug 13, 2006", "Feb 29, 2004", "Feb 28, 2005", "Jan 1, 1970", "Dec 31, 2105",
    "May 07, 2005", "Feb 29, 2005", "Apr 31, 2006", "Dec 31, 1969", "Jan 1, 2106", "aug 13, 2006",
    "2006-08-13",
    "Aug 13 2006", "Aug  3, 2006", "Aug 0, 2006", "Aug 13, 06", "Aug ,, 2006",
  ]

  /// The bytes of a file with a header.
  public static func bytes(for users: [Text], seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var bytes: [UInt8] = generator.chance(0.3) ? [0xEF, 0xBB, 0xBF] : []
    bytes += Array("#id\tgender\tAge\tcountry\tREGISTERED".utf8)
    for user in users + [" ", "nobody", "nobody"] {
      while generator.chance(0.7) {
        bytes += lineEnd(using: &generator) + line(of: user, using: &generator)
      }
    }
    return bytes + (generator.chance(0.5) ? [0x0A] : [])
  }

  private static func line(of user: Text, using generator: inout SeededGenerator) -> [UInt8] {
    if generator.chance(0.03) { return Array("m\t24".utf8) }
    if generator.chance(0.03) { return user.utf8 + [0x09, 0xFF] + Array("\t24\tJapan\t".utf8) }
    let fields = [genders, ages, countries, dates].map { generator.pick($0) }
    return user.utf8 + fields.flatMap { [0x09] + Array($0.utf8) }
  }

  private static func lineEnd(using generator: inout SeededGenerator) -> [UInt8] {
    generator.pick([[0x0A], [0x0A], [0x0D, 0x0A], [0x0A, 0x0A], [0x0A, 0x0D, 0x0A]])
  }
}

/// Rows that must be rejected, of all six reasons, each in several forms.
enum RandomFault {
  private static let invalidUTF8: [[UInt8]] = [
    [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xE2, 0x82],
  ]
  private static let blanks = [
    "", " ", "\u{A0}", "\u{3000}\u{2003}", "\u{1}\u{7F}", "\u{85}\u{2028}", "\u{0}",
  ]
  private static let timestamps = [
    "", " ", "NA", "2005-13-01T00:00:00Z", "2005-02-29T00:00:00Z", "2005-06-31T00:00:00Z",
    "2005-01-01T24:00:00Z", "2005-01-01T00:60:00Z", "2005-01-01T00:00:61Z", "2005-01-01T00:00:00",
    "2005-01-01T00:00:00+24:00", "2005-01-01T00:00:00.Z", "1969-12-31T23:59:59Z",
    "2106-01-01T00:00:00Z", "2105-12-31T23:59:60Z", "2005-1-1T00:00:00Z", "2005-01-01T00:00:00 Z",
    "2005-01-01X00:00:00Z", "1104537600", "2005-01-01T0:/:00:00Z", "20O5-01-01T00:00:00Z",
  ]

  /// A faulty row in place of a play's good one.
  static func row(like play: RandomPlay, using generator: inout SeededGenerator) -> RandomRow {
    var fields = play.fields(using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: fields.removeLast(Int.random(in: 1...5, using: &generator))
    case 1: fields.append([])
    case 2:
      fields[Int.random(in: 0..<6, using: &generator)] += generator.pick(invalidUTF8)
    case 3: fields[0] = Array(generator.pick(blanks).utf8)
    case 4: fields[1] = Array(generator.pick(timestamps).utf8)
    case 5: fields[3] = Array(generator.pick(blanks).utf8)
    case 6: fields[5] = Array(generator.pick(blanks).utf8)
    default:  // Two faults: the first reason in the contract's order counts.
      fields[1] = Array(generator.pick(timestamps).utf8)
      fields[5] = generator.pick(invalidUTF8)
    }
    return play.row(of: fields)
  }
}

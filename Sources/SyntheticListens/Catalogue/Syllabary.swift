/// The syllables of every script, packed, as they are and with a capital letter.
struct Syllabary {
  /// Six bits choose a syllable.
  static let bits = 6

  private let plain: [PackedText]
  private let capital: [PackedText]

  init() {
    let syllables = Script.allCases.flatMap(\.syllables)
    plain = syllables.map(PackedText.init)
    capital = syllables.map { PackedText($0.prefix(1).uppercased() + $0.dropFirst()) }
  }

  /// Writes `number` as a word of `count` syllables: different numbers give different words.
  func append(_ number: Int, syllables count: Int, in script: Script, to text: inout RowText) {
    let first = script.rawValue << Syllabary.bits
    let mask = (1 << Syllabary.bits) - 1
    text.append(capital[first + (number & mask)])
    for place in 1..<count {
      text.append(plain[first + (number >> (place * Syllabary.bits) & mask)])
    }
  }
}

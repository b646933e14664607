/// The writing that an artist's names are in.
enum Script: Int, CaseIterable {
  case latin, accented, cyrillic, kana

  /// The script of all names of `artist`: about 7 % of them are not ASCII.
  init(of artist: UInt32) {
    var random = SplitMix64(seed: UInt64(artist), stream: 0)
    self =
      switch random.below(1000) {
      case 0..<32: .accented
      case 32..<52: .cyrillic
      case 52..<70: .kana
      default: .latin
      }
  }

  /// The 64 syllables of the script; in each script, a run of them can be taken apart in one way
  /// only, which makes names built from different numbers different.
  var syllables: [String] {
    switch self {
    case .latin:
      Script.pairs("b ch d f g h k l m n p r s t v z", "a e i o")
    case .accented:
      Script.pairs("b ç d f g h j l m n p r s t v ñ", "á e ï ö")
    case .cyrillic:
      Script.pairs("б в г д ж з к л м н п р с т х ш", "а е и о")
    case .kana:
      "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワガギグゲゴザジズゼゾダデドバビブベボパピ".map(String.init)
    }
  }

  /// Every onset with every vowel behind it.
  private static func pairs(_ onsets: String, _ vowels: String) -> [String] {
    onsets.split(separator: " ").flatMap { onset in
      vowels.split(separator: " ").map { "\(onset)\($0)" }
    }
  }
}

/// The names of artists and songs, computed from their numbers.
///
/// Every name holds one word that spells the number in syllables. So no two artists share a name,
/// and no two songs of an artist do; everything else about a name is decoration, chosen by hash.
struct CatalogueNames {
  /// Popular enough to be heard in any history of some size.
  private static let artistNamedNA: UInt32 = 150
  private static let artistNamedNull: UInt32 = 420
  /// Artists that two syllables are enough for.
  private static let shortNames: UInt32 = 4096

  private let syllabary = Syllabary()
  private let artistWords = [
    " Trio", " Band", " Sound", " Club", " Choir", " Kids", " Machine", " & Co.",
  ].map(PackedText.init)
  private let trackWords = [
    " Love", " Night", " River", " Song", " Rain", " Blue", " Fire", " Road", " Sun", " Sleep",
    " Dance", " Home", " Heart", " Dream", " City", " Light", " Time", " Sea", " Stone", " Sky",
    " Girl", " Boy", " Train", " Snow", " Smoke", " Glass", " Ghost", " Waltz", " Intro", " Days",
    " Eyes", " Moon",
  ].map(PackedText.init)
  private let emoji = PackedText(" 🎵")
  private let live = PackedText(" (Live)")
  private let remix = PackedText(" - Remix")
  private let inches = PackedText(" 12\"")
  private let the = PackedText("The ")
  private let notAvailable = PackedText("NA")
  private let null = PackedText("null")

  /// Sixty-four bits that are always the same for this artist.
  static func hash(of artist: UInt32) -> UInt64 { SplitMix64.mixed(UInt64(artist) + 1 << 40) }

  func appendArtist(_ artist: UInt32, to text: inout RowText) {
    if artist == CatalogueNames.artistNamedNA { return text.append(notAvailable) }
    if artist == CatalogueNames.artistNamedNull { return text.append(null) }
    let hash = CatalogueNames.hash(of: artist)
    let style = hash & 1023
    switch style {
    case 0..<4: text.append(byte: 0x20)
    case 8..<17: text.append(byte: 0x22)
    case 20..<80: text.append(the)
    default: break
    }
    let isShort = artist < CatalogueNames.shortNames
    syllabary.append(
      scrambled(Int(artist), bits: isShort ? 12 : 18), syllables: isShort ? 2 : 3,
      in: Script(of: artist), to: &text)
    if hash >> 10 & 7 < 2 { text.append(artistWords[Int(hash >> 13 & 7)]) }
    switch style {
    case 4..<8: text.append(byte: 0x20)
    case 8..<14: text.append(byte: 0x22)
    default: break
    }
  }

  func appendTrack(_ song: SongID, to text: inout RowText) {
    let artistHash = CatalogueNames.hash(of: song.artist)
    switch (artistHash >> 20 & 63, song.number & 1) {
    case (0, 1) where song.number == 1:
      text.append(notAvailable)
    case (1, 1) where song.number == 1:
      text.append(null)
    case (2..<4, 1):
      // The twin of the song before: their names differ by a space at the end only.
      appendPlainTrack(SongID(artist: song.artist, number: song.number - 1), artistHash, to: &text)
      text.append(byte: 0x20)
    default:
      appendPlainTrack(song, artistHash, to: &text)
    }
  }

  private func appendPlainTrack(_ song: SongID, _ artistHash: UInt64, to text: inout RowText) {
    let hash = song.hash
    let style = hash & 1023
    switch style {
    case 0..<4: text.append(byte: 0x20)
    case 8..<18: text.append(byte: 0x22)
    default: break
    }
    // An odd factor keeps different numbers different in the lower 12 bits.
    let factor = Int(artistHash >> 30 & 4095 | 1)
    let spelled = Int(song.number) * factor + Int(artistHash >> 42 & 4095)
    syllabary.append(spelled, syllables: 2, in: Script(of: song.artist), to: &text)
    if hash >> 10 & 7 < 4 { text.append(trackWords[Int(hash >> 13 & 31)]) }
    switch style {
    case 4..<8: text.append(byte: 0x20)
    case 8..<14: text.append(byte: 0x22)
    case 18..<24: text.append(inches)
    case 24..<27: text.append(emoji)
    case 27..<70: text.append(live)
    case 70..<90: text.append(remix)
    default: break
    }
  }

  /// Shuffles the numbers of `bits` bits, so that neighbours do not look alike.
  private func scrambled(_ number: Int, bits: Int) -> Int {
    let mask = (1 << bits) - 1
    var value = (number &* 40_503 &+ 2_357) & mask
    value ^= value >> (bits / 2)
    value = (value &* 30_011) & mask
    return value ^ (value >> (bits / 2))
  }
}

import Testing

@testable import SyntheticListens

struct CatalogueNamesTests {
  private let names = CatalogueNames()

  private func artist(_ artist: UInt32) -> String {
    String(decoding: rendered { names.appendArtist(artist, to: &$0) }, as: UTF8.self)
  }

  private func track(_ artist: UInt32, _ number: UInt16) -> String {
    let song = SongID(artist: artist, number: number)
    return String(decoding: rendered { names.appendTrack(song, to: &$0) }, as: UTF8.self)
  }

  /// Every album of sixteen tracks, whether the artist has it or not.
  private func tracks(_ artist: UInt32) -> [String] {
    (0..<192).map { track(artist, $0) }
  }

  @Test("No two artists share a name")
  func distinctArtists() {
    var seen: Set<[UInt8]> = []
    for artist in 0..<UInt32(Catalogue.artistCount) {
      seen.insert(rendered { names.appendArtist(artist, to: &$0) })
    }
    #expect(seen.count == Catalogue.artistCount)
  }

  @Test("No two songs of an artist share a name")
  func distinctTracks() {
    for artist in UInt32(0)..<200 {
      // By bytes: text that looks the same but is encoded differently would be two names.
      let bytes = Set(tracks(artist).map { Array($0.utf8) })
      #expect(bytes.count == 192, "artist \(artist)")
    }
  }

  @Test("Names have every oddity that real ones have")
  func oddities() {
    let artists = (UInt32(0)..<3000).map(artist)
    let tracks = (UInt32(0)..<150).flatMap(tracks)
    for names in [artists, tracks] {
      let isOdd = { (name: String) in name.filter { $0 == "\"" }.count % 2 == 1 }
      #expect(names.contains { $0.hasPrefix("\"") && $0.hasSuffix("\"") })
      #expect(names.contains(where: isOdd))
      #expect(names.contains { $0.hasPrefix(" ") })
      #expect(names.contains { $0.hasSuffix(" ") })
      #expect(names.contains("NA"))
      #expect(names.contains("null"))
      #expect(names.contains { $0.unicodeScalars.contains { (0xE0...0xFF).contains($0.value) } })
      #expect(names.contains { $0.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) } })
      #expect(
        names.contains { $0.unicodeScalars.contains { (0x30A0...0x30FF).contains($0.value) } })
    }
    #expect(tracks.contains { $0.contains("🎵") })
    #expect(tracks.contains { $0.hasSuffix("12\"") })
  }

  @Test("Some songs differ from another one by a space at the end only")
  func twins() {
    let twins = (UInt32(0)..<200).filter { artist in
      let names = Set(tracks(artist))
      return names.contains { names.contains($0 + " ") }
    }
    #expect(!twins.isEmpty)
  }
}

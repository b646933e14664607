import Testing

@testable import SyntheticListens

struct CatalogueTests {
  @Test("The popularity of artists falls by half when the rank doubles")
  func popularity() {
    var random = SplitMix64(seed: 3)
    var octaves = [Int](repeating: 0, count: 14)
    for _ in 0..<150_000 {
      let artist = Catalogue.artist(&random)
      octaves[UInt32.bitWidth - (artist / 32).leadingZeroBitCount] += 1
    }
    // Two fifteenths are the 32 best, and each doubling of the rank adds another one.
    #expect((19_300...20_700).contains(octaves[0]))
    #expect(octaves.dropFirst().allSatisfy { (9_500...10_500).contains($0) })
  }

  @Test("Albums and tracks stay within what a song number can say")
  func sizes() {
    for artist in stride(from: UInt32(0), to: UInt32(Catalogue.artistCount), by: 97) {
      let albums = Catalogue.albumCount(of: artist)
      let tracks = (0..<albums).map { Catalogue.trackCount(of: artist, album: $0) }
      #expect((1...12).contains(albums))
      #expect(tracks.allSatisfy { (1...13).contains($0) })
    }
  }

  @Test("Popular artists have more albums than rare ones")
  func albums() {
    let popular = (UInt32(0)..<1000).map(Catalogue.albumCount).reduce(0, +)
    let rare = (UInt32(200_000)..<201_000).map(Catalogue.albumCount).reduce(0, +)
    #expect(popular > 2 * rare)
  }
}

import Testing

@testable import SyntheticListens

struct CatalogueMBIDsTests {
  private func artist(_ artist: UInt32) -> String {
    String(
      decoding: rendered { CatalogueMBIDs.appendArtist(artist, to: &$0) }, as: UTF8.self)
  }

  private func track(_ artist: UInt32, at second: UInt32 = 0) -> String {
    let song = SongID(artist: artist, number: 5)
    return String(
      decoding: rendered { CatalogueMBIDs.appendTrack(song, heardAt: second, to: &$0) },
      as: UTF8.self)
  }

  @Test("An identifier is a UUID of version 4, in small letters")
  func form() throws {
    let pattern = try Regex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
    for number in UInt64(0)..<2000 {
      let text = String(
        decoding: rendered { MBIDText.append(SplitMix64.mixed(number), to: &$0) }, as: UTF8.self)
      #expect(try pattern.wholeMatch(in: text) != nil, "\(text)")
    }
  }

  @Test("Identifiers are as good as unique")
  func unique() {
    let identifiers = (UInt32(0)..<20_000).flatMap { [artist($0), track($0)] }
    let present = identifiers.filter { !$0.isEmpty }
    #expect(Set(present).count == present.count)
  }

  @Test("About 3 % of the artists and 11 % of the songs have none")
  func missing() {
    #expect((2_700...3_300).contains((UInt32(0)..<100_000).count { artist($0).isEmpty }))
    #expect((10_500...12_000).contains((UInt32(0)..<100_000).count { track($0).isEmpty }))
  }

  @Test("A few songs have theirs at some seconds only; nothing has two")
  func patchy() {
    let songs = (UInt32(0)..<20_000).map { Set([track($0, at: 0), track($0, at: 1)]) }
    let patchy = songs.filter { $0.count == 2 }
    #expect((150...250).contains(patchy.count))
    #expect(patchy.allSatisfy { $0.contains("") })
  }
}

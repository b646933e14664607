import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct RankedNamesTests {
  private static let texts: [Text] = ["", "a", "b", "ab", "A", "é", "e\u{301}", "a b"]

  @Test(arguments: UInt64(0)..<20)
  func numbersSongsLikeThePlainEncoder(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var names = RankedNames()
    var expected = NameEncoder()
    for number in 0..<400 {
      let listen = Self.listen(using: &generator)
      let end = generator.pick(["", "\r"])
      let text = [
        listen.artistMBID, listen.song.artistName, listen.trackMBID, listen.song.trackName,
      ].map(\.description).joined(separator: "\t")
      // It need not begin where its array does.
      let bytes = Array("u\t\(text)\(end)".utf8)[2...]
      let places = NamePlaces(in: bytes.span)
      let row = names.add(bytes, try #require(places))
      let item = expected.encode(listen)
      #expect(Int(row.song) == item.song && Int(row.mbids) == number, "seed \(seed): \(listen)")
      let mbids = (names.table.artistMBIDs[number], names.table.trackMBIDs[number])
      #expect(mbids == (listen.artistMBID, listen.trackMBID), "seed \(seed): \(listen)")
    }
    let songs = names.table.songs
    #expect(songs == expected.table.songs, "seed \(seed)")
  }

  private static func listen(using generator: inout SeededGenerator) -> Listen {
    // Blank names make no listens.
    let names = Array(texts.dropFirst())
    return Listen(
      userID: "u", listenedAt: Instant(secondsSinceEpoch: 1),
      song: Song(artistName: generator.pick(names), trackName: generator.pick(names)),
      artistMBID: generator.pick(texts), trackMBID: generator.pick(texts))
  }
}

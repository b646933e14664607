import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct RankedNamesTests {
  @Test(arguments: UInt64(0)..<20)
  func numbersNamesLikeThePlainEncoder(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts: [Text] = ["", "a", "b", "ab", "A", "é", "e\u{301}", "a b"]
    var names = RankedNames()
    var expected = NameEncoder()
    for second in UInt32(0)..<400 {
      let listen = Listen(
        userID: "u", listenedAt: Instant(secondsSinceEpoch: second),
        song: Song(artistName: generator.pick(texts), trackName: generator.pick(texts)),
        artistMBID: generator.pick(texts), trackMBID: generator.pick(texts))
      let item = names.encode(listen)
      #expect(item == expected.encode(listen), "seed \(seed): \(listen)")
    }
    let table = names.table
    #expect(table == expected.table, "seed \(seed)")
  }
}

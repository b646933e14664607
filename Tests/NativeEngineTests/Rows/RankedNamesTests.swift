import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct RankedNamesTests {
  private static let texts: [Text] = ["", "a", "b", "ab", "A", "é", "e\u{301}", "a b"]

  @Test(arguments: UInt64(0)..<20)
  func numbersSongsLikeThePlainEncoder(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = RankedNames()
    var worker = Worker()
    var (listens, expected, encoder) = ([Listen](), [Int](), NameEncoder())
    for _ in 0..<400 {
      let listen = Self.listen(using: &generator)
      guard try worker.read(listen, end: generator.pick(["", "\r"])) else { continue }
      listens.append(listen)
      expected.append(encoder.encode(listen).song)
      // Some texts at a time.
      if Bool.random(using: &generator) { worker.handOver(to: names) }
    }
    worker.handOver(to: names)
    #expect(worker.songs.map { Int($0) } == expected, "seed \(seed)")
    #expect(names.table.songs == encoder.table.songs, "seed \(seed)")
    let mbids = worker.mbids
    #expect(listens.indices.map { mbids.artistMBID($0) } == listens.map(\.artistMBID))
    #expect(listens.indices.map { mbids.trackMBID($0) } == listens.map(\.trackMBID))
  }

  @Test func everyWorkerHasItsIDs() {
    let names = RankedNames()
    var (first, second) = (MBIDColumn(), MBIDColumn())
    _ = first.append(artist: "a", track: "b")
    _ = second.append(artist: "c", track: "d")
    let parts = [names.beginPart(), names.beginPart()]
    names.end(parts[1], second)
    names.end(parts[0], first)
    #expect(names.table.mbids == [first, second])
  }

  @Test func aSongHasOneNumberWhoeverReadIt() throws {
    let names = RankedNames()
    let songs = ["b", "a", "c"].map { Song(artistName: $0, trackName: $0) }
    let read = try [songs[...1], songs[1...]].map { songs in
      var worker = Worker()
      for song in songs { _ = try worker.read(Self.listen(to: song), end: "") }
      worker.handOver(to: names)
      return worker.songs
    }
    #expect(read == [[0, 1], [1, 2]])
    #expect(Array(names.table.songs) == songs)
  }

  /// What a worker knows of the rows that it read.
  private struct Worker: ~Copyable {
    private var texts = StringDictionary()
    private var places: [NamePlaces] = []
    private(set) var songs: [UInt32] = []
    var mbids: MBIDColumn { MBIDColumn(text: texts.text, places: places.map(\.mbids)) }

    /// Reads what a row says behind its timestamp.
    ///
    /// - Returns: whether it is new.
    mutating func read(_ listen: Listen, end: String) throws -> Bool {
      let names = [
        listen.artistMBID, listen.song.artistName, listen.trackMBID, listen.song.trackName,
      ]
      let text = Array("\(names.map(\.description).joined(separator: "\t"))\(end)".utf8)
      guard texts.number(of: text.span) == places.count else { return false }
      let start = texts.string(places.count).startIndex
      let found = NamePlaces(in: text.span, at: start)
      places.append(try #require(found))
      return true
    }

    mutating func handOver(to names: RankedNames) { names.number(texts.text, places, &songs) }
  }

  private static func listen(using generator: inout SeededGenerator) -> Listen {
    // Blank names make no listens.
    let names = Array(texts.dropFirst())
    return Listen(
      userID: "u", listenedAt: Instant(secondsSinceEpoch: 1),
      song: Song(artistName: generator.pick(names), trackName: generator.pick(names)),
      artistMBID: generator.pick(texts), trackMBID: generator.pick(texts))
  }

  private static func listen(to song: Song) -> Listen {
    Listen(userID: "u", listenedAt: Instant(secondsSinceEpoch: 1), song: song)
  }
}

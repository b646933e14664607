import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct RankedNamesTests {
  private static let texts: [Text] = ["", "a", "b", "ab", "A", "é", "e\u{301}", "a b"]

  @Test(arguments: UInt64(0)..<20)
  func numbersNamesLikeThePlainEncoder(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var names = RankedNames()
    var expected = NameEncoder()
    for second in UInt32(0)..<400 {
      let listen = Self.listen(second, using: &generator)
      let item = try names.encode(listen)
      #expect(item == expected.encode(listen), "seed \(seed): \(listen)")
    }
    let table = names.table
    #expect(table == expected.table, "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<20)
  func namesOfAnotherTableStandForTheSame(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var names = RankedNames()
    var others = RankedNames()
    var listens: [Listen] = []
    var items: [SessionListens.Item] = []
    for second in UInt32(0)..<20 {
      _ = try names.encode(Self.listen(second, using: &generator))
      listens.append(Self.listen(second, using: &generator))
      items.append(try others.encode(listens[Int(second)]))
    }
    let numbers = names.add(others)
    let table = names.table
    for (listen, item) in zip(listens, items) {
      let item = numbers.translate(item)
      #expect(table.songs[item.song] == listen.song, "seed \(seed)")
      #expect(table.mbids[item.artistMBID] == listen.artistMBID, "seed \(seed)")
      #expect(table.mbids[item.trackMBID] == listen.trackMBID, "seed \(seed)")
      #expect(item.listenedAt == listen.listenedAt, "seed \(seed)")
    }
    #expect(Set(table.songs).count == table.songs.count, "seed \(seed)")
    #expect(Set(table.mbids).count == table.mbids.count, "seed \(seed)")
  }

  private static func listen(
    _ second: UInt32, using generator: inout SeededGenerator
  ) -> Listen {
    // Blank names make no listens.
    let names = Array(texts.dropFirst())
    return Listen(
      userID: "u", listenedAt: Instant(secondsSinceEpoch: second),
      song: Song(artistName: generator.pick(names), trackName: generator.pick(names)),
      artistMBID: generator.pick(texts), trackMBID: generator.pick(texts))
  }
}

extension RankedNames {
  /// Encodes the row of a listen.
  fileprivate mutating func encode(_ listen: Listen) throws -> SessionListens.Item {
    let fields = [
      listen.userID, Text(listen.listenedAt.description), listen.artistMBID,
      listen.song.artistName, listen.trackMBID, listen.song.trackName,
    ]
    let line = Array(fields.map(\.utf8).joined(separator: [0x09]))
    guard case .listen(let places) = ListenLine.judge(line.span) else {
      throw NoListen(line: line)
    }
    return encode(line.span, places)
  }
}

private struct NoListen: Error {
  let line: [UInt8]
}

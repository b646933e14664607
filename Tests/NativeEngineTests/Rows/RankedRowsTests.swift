import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct RankedRowsTests {
  @Test(arguments: [0, 1 << 20])
  func aRowThatIsNoListenAnyMoreIsAnError(memory: Int) throws {
    let directory = try TemporaryDirectory()
    let row = "u\t2009-05-04T23:08:57Z\t\tartist\t\ttrack\n"
    let path = try directory.write(row, to: "a.tsv")
    let inputs = try InputSet.open([path], temporaryDirectory: directory.path)
    let scan = try Self.scan(inputs, directory)
    let candidate = SessionCandidate(
      user: ListenOwner(id: "u", number: 0, entry: nil), start: 1, end: 1, firstListen: 0,
      trackCount: 1)
    let rows = RankedRows(
      listens: .memory(ScannedListens(merging: scan.parts)), inputs: inputs, threads: 1,
      memory: memory, temporaryDirectory: directory.path)
    let before = try rows.ranking(of: [candidate], topSongs: 1)
    #expect(before.songs.map(\.song) == [Song(artistName: "artist", trackName: "track")])

    FileHandle(forWritingAtPath: path)?.write(Data(row.replacing("\t", with: " ").utf8))
    let error = #expect(throws: AnalysisError.self) {
      try rows.ranking(of: [candidate], topSongs: 1)
    }
    #expect(error?.code == .inputOutput)
    #expect(error?.message == "\(path) changed while it was read")
  }

  /// From a file such a session is read by pieces, and names are numbered between them.
  @Test func aSessionOfMorePiecesThanOneIsReadWhole() async throws {
    let directory = try TemporaryDirectory()
    let count = ListenFile.pieceCount + 4000
    let lines = (0..<count).map { number in
      let instant = Instant(secondsSinceEpoch: UInt32(1_000_000_000 + number / 2))
      return "u\t\(instant)\t\ta \(number % 7)\t\tt \(number % 1000)\n"
    }
    let path = try directory.write(lines.reversed().joined(), to: "a.tsv")
    var options = NativeEngine.Options(threads: 2)
    let fromMemory = try await NativeEngine(options).answer([path]).report
    var little = options
    little.memory = 1 << 20
    let spilled = try await NativeEngine(little).answer([path]).report
    let packed = try Packing.pack("gz", [path], to: "\(directory.path)/packed")
    let unpacked = try await NativeEngine(little).answer([packed]).report
    options.cache = try SampleCache().cache
    let fromFile = try await NativeEngine(options).answer([path]).report
    #expect(try NamedTrack.bySession(of: fromFile.ranking).map(\.count) == [count])
    for other in [fromFile, spilled, unpacked] {
      #expect(try Rankings(of: other) == Rankings(of: fromMemory))
    }
  }

  /// From nothing, by songs of which some fit, to all of it.
  @Test(arguments: [0, 1 << 14, 1 << 17, 1 << 19], UInt64(0)..<3)
  func theAnswerDoesNotDependOnTheMemory(memory: Int, seed: UInt64) throws {
    let directory = try TemporaryDirectory()
    let count = 20_000
    let path = try directory.write(Self.lines(count, seed: seed), to: "a.tsv")
    let inputs = try InputSet.open([path], temporaryDirectory: directory.path)
    let listens = ListenSource.memory(
      ScannedListens(merging: try Self.scan(inputs, directory).parts))
    // One session of more than a part, one of exactly one listen, and others.
    let starts = [0, 12_000, 12_001, 15_000, 19_000, count]
    let sessions = zip(starts, starts.dropFirst()).map { start, end in
      SessionCandidate(
        user: ListenOwner(id: "u", number: 0, entry: nil), start: 1, end: 1, firstListen: start,
        trackCount: end - start)
    }
    let rankings = try [memory, 1 << 30].map { memory in
      try RankedRows(
        listens: listens, inputs: inputs, threads: 2, memory: memory,
        temporaryDirectory: directory.path
      ).ranking(of: sessions, topSongs: 100)
    }
    #expect(rankings[0].tracks is SpilledTracks && !(rankings[1].tracks is SpilledTracks))
    #expect(rankings[0].songs == rankings[1].songs, "seed \(seed)")
    #expect(rankings[0].sessions == rankings[1].sessions, "seed \(seed)")
    let tracks = try rankings.map { try NamedTrack.bySession(of: $0) }
    #expect(tracks[0] == tracks[1], "seed \(seed)")
    #expect(tracks[0].map(\.count) == sessions.map(\.trackCount))
  }

  /// Rows of one user with many songs, several ids for each, and some listens in one second.
  private static func lines(_ count: Int, seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      let song = Int.random(in: 0..<Int.random(in: 1...6000, using: &generator), using: &generator)
      let instant = Instant(secondsSinceEpoch: UInt32(1_000_000_000 + number / 3))
      let mbid = generator.pick(["", "m1", "m2"])
      // The number makes it certain that no row is a duplicate of its neighbours.
      return "u\t\(instant)\t\(mbid)\ta \(song % 90)\t\(mbid)\t\(number % 3) t \(song)\n"
    }.joined()
  }

  private static func scan(
    _ inputs: InputSet, _ directory: borrowing TemporaryDirectory
  ) throws -> InputScan {
    try InputScan.run(
      inputs, quality: nil,
      options: InputScan.Options(
        threads: 1, blockSize: 4096, scanBytes: 1 << 30, mbidBytes: 1 << 30, hashesContent: false),
      spill: ListenSpill(partitionCount: 1, in: directory.path), progress: NoProgress())
  }
}

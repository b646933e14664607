import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct RankedRowsTests {
  @Test func aRowThatIsNoListenAnyMoreIsAnError() throws {
    let directory = try TemporaryDirectory()
    let row = "u\t2009-05-04T23:08:57Z\t\tartist\t\ttrack\n"
    let path = try directory.write(row, to: "a.tsv")
    let inputs = try InputSet.open([path], temporaryDirectory: directory.path)
    let scan = try InputScan.run(
      inputs, quality: nil,
      options: InputScan.Options(
        threads: 1, blockSize: 4096, scanBytes: 1 << 30, mbidBytes: 1 << 30, hashesContent: false),
      spill: ListenSpill(partitionCount: 1, in: directory.path), progress: NoProgress())
    let candidate = SessionCandidate(
      user: ListenOwner(id: "u", number: 0, entry: nil), start: 1, end: 1, firstListen: 0,
      trackCount: 1)
    let rows = RankedRows(
      listens: .memory(ScannedListens(merging: scan.parts)), inputs: inputs, threads: 1)
    let before = try rows.read([candidate])
    #expect(Array(before.names.songs) == [Song(artistName: "artist", trackName: "track")])

    FileHandle(forWritingAtPath: path)?.write(Data(row.replacing("\t", with: " ").utf8))
    let error = #expect(throws: AnalysisError.self) { try rows.read([candidate]) }
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
    options.cache = try SampleCache().cache
    let fromFile = try await NativeEngine(options).answer([path]).report
    #expect(fromFile.topSessions.map(\.tracks.count) == [count])
    #expect(Rankings(of: fromFile) == Rankings(of: fromMemory))
  }
}

import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct BlockFeedTests {
  @Test(arguments: [2, 3, 4, 100])
  func blocksCoverEveryByteOnceInOrder(size: Int) throws {
    let directory = try TemporaryDirectory()
    let paths = try ["abcdefg", "", "hi\n"].enumerated().map {
      try directory.write($1, to: "\($0)")
    }
    let packed = try Packing.pack("gz", [paths[0]], to: "\(directory.path)/packed")
    let inputs = try InputSet.open(
      [paths[0], packed, paths[1], paths[2]], temporaryDirectory: directory.path)
    let feed = BlockFeed(inputs, blockSize: size, threads: 2, progress: NoProgress())
    var buffer = BlockBuffer(blockSize: size)
    var turn = BlockFeed.Turn()
    var bases: [Int] = []
    while let block = try feed.load(into: &buffer, of: &turn) {
      #expect(block.number == bases.count)
      bases.append(block.base)
    }
    let whole = feed.inputs
    #expect(whole.bases == [0, 7, 14, 14, 17])
    #expect(feed.blocks.map { whole.bases[$0.file] } == bases)
    #expect(
      feed.blocks.flatMap { block in block.range.map { bases[0] + whole.bases[block.file] + $0 } }
        == Array(0..<17))
  }
}

import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct InputContentHashTests {
  @Test(arguments: UInt64(0)..<6)
  func itIsTheSameFromBlocksInAnyOrderAndFromTheFiles(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let blockSize = generator.pick([1, 7, 64, 100, 4096])
    let contents = (0..<4).map { _ in
      let count = generator.pick([0, 1, blockSize, blockSize + 1, 1000])
      return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
    let directory = try TemporaryDirectory()
    let inputs = try open(contents, in: directory)
    let blocks = inputs.blocks(ofSize: blockSize)
    var checksums = [UInt64](repeating: 0, count: blocks.count)
    for number in blocks.indices.shuffled(using: &generator) {
      checksums[number] = Checksum.of(Array(contents[blocks[number].file][blocks[number].range]))
    }
    let scanned = InputContentHash.ofFiles(
      checksums, of: blocks, fileCount: contents.count, blockSize: blockSize)
    #expect(scanned.count == contents.count)
    for threads in [1, 3] {
      let read = try InputContentHash.ofFiles(
        in: inputs, blockSize: blockSize, threads: threads)
      #expect(read == scanned, "seed \(seed), \(threads) threads")
    }
  }

  @Test func everyChangedByteAndEveryExchangedBlockShow() throws {
    let directory = try TemporaryDirectory()
    let content = (0..<300).map { UInt8($0 % 256) }
    var changed = [content]
    for at in [0, 63, 64, 150, 299] {
      changed.append(content)
      changed[changed.count - 1][at] ^= 0x10
    }
    changed.append(Array(content[64..<128] + content[..<64] + content[128...]))
    changed.append(content + [0])
    changed.append(content.dropLast())
    changed.append([])
    let hashes = try InputContentHash.ofFiles(
      in: open(changed, in: directory), blockSize: 64, threads: 2)
    #expect(Set(hashes).count == changed.count)
  }

  @Test func blocksOfAnotherSizeGiveAnotherHash() throws {
    let directory = try TemporaryDirectory()
    let inputs = try open([[1, 2, 3]], in: directory)
    let hashes = try [2, 4].map {
      try InputContentHash.ofFiles(in: inputs, blockSize: $0, threads: 1)
    }
    #expect(hashes[0] != hashes[1])
  }

  private func open(_ contents: [[UInt8]], in directory: TemporaryDirectory) throws -> InputSet {
    let paths = try contents.enumerated().map { try directory.write($1, to: "\($0)") }
    return try InputSet.open(paths, temporaryDirectory: directory.path)
  }
}

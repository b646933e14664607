import Foundation
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

/// Several processes on one cache, and processes that are ended at any moment.
///
/// Each has its own `CheckpointCache`; locks of files hold between two of one process as well.
struct ConcurrentCachesTests {
  private static let key = CheckpointKey(stage: .listens, text: "one key for all")

  @Test func threadsThatPublishAndReadOneKeySeeWholeFilesOnly() throws {
    let directory = try TemporaryDirectory()
    let reported = SampleReports()
    _ = try Workers.run(4, items: 200) { next in
      let cache = CheckpointCache(directory: directory.path, limit: 100_000) { reported.add($0) }
      while let number = next() { try Self.publishAndRead(number, in: cache) }
    }
    #expect(reported.lines == [])
    #expect(try directory.names() == [Self.key.fileName])
  }

  @Test func processesThatPublishAndReadOneKeySeeWholeFilesOnly() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.path
    async let other = #expect(processExitsWith: .success) { [path = path as String] in
      try Self.publishAndRead(150, times: 150, in: path)
    }
    try Self.publishAndRead(0, times: 150, in: path)
    _ = await other
    #expect(try directory.names() == [Self.key.fileName])
  }

  @Test(arguments: UInt64(0)..<6)
  func aProcessThatIsKilledLeavesNothingThatIsBelievedWrongly(seed: UInt64) async throws {
    let directory = try TemporaryDirectory()
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = directory.path as String, seed = seed as UInt64] in
      var generator = SeededGenerator(seed: seed)
      let delay = UInt32.random(in: 2000...60_000, using: &generator)
      Thread.detachNewThread {
        usleep(delay)
        kill(getpid(), SIGKILL)
      }
      while true { try Self.publishAndRead(0, times: 100, in: path) }
    }
    let cache = CheckpointCache(directory: directory.path, limit: .max) {
      Issue.record("\($0), seed \(seed)")
    }
    if let reader = cache.open(Self.key) {
      let content = try reader.bytes(ofSection: "content")
      #expect(Set(content).count == 1 && content.count > 10_000, "seed \(seed)")
    }
    try Self.publishAndRead(1, in: cache)
    #expect(try directory.names() == [Self.key.fileName], "seed \(seed)")
  }

  private static func publishAndRead(_ first: Int, times: Int, in path: String) throws {
    let cache = CheckpointCache(directory: path, limit: .max) { Issue.record("\($0)") }
    for number in first..<first + times { try publishAndRead(number, in: cache) }
  }

  /// Publishes a section of many times one byte, and takes what is there then for whole only if it
  /// is one such section.
  private static func publishAndRead(_ number: Int, in cache: CheckpointCache) throws {
    let writer = try SampleCache.require(cache.begin(key))
    let content = [UInt8](repeating: UInt8(number % 251), count: 10_001 + number * 17)
    try writer.append(section: "content", content)
    _ = try writer.publish()
    let reader = try SampleCache.require(cache.open(key))
    let found = try reader.bytes(ofSection: "content")
    let kind = try SampleCache.require(found.first)
    guard found.allSatisfy({ $0 == kind }), found.count > 10_000 else {
      throw CocoaError(.fileReadCorruptFile)
    }
  }
}

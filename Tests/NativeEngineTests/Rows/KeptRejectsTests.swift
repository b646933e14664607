import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

/// Rejects in a checkpoint, more than stand in one piece of it.
struct KeptRejectsTests {
  private let directory: TemporaryDirectory
  private let kept: SampleCache
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    kept = try SampleCache()
    let lines = (0..<10_000).map { number in
      number % 100 == 0 ? "u\t2009-05-04T23:08:57Z\t\ta\t\tt \(number)\n" : "row \(number)\n"
    }
    path = try directory.write(lines.joined(), to: "a.tsv")
  }

  @Test(arguments: [64, 1 << 20, 1 << 30])
  func theyAreGivenAsTheScanFoundThem(memory: Int) async throws {
    let fresh = try await NativeEngine().answer([path]).rejects
    #expect(fresh.count == 9900)
    for hit in [false, true] {
      let answer = try await engine(memory: memory).answer([path])
      #expect(answer.report.execution.checkpoints.map(\.isHit) == [hit, hit])
      #expect(answer.rejects == fresh)
    }
    #expect(kept.reported == [])
  }

  @Test(arguments: [0, 1, 4096, 5000, 9899])
  func aDamagedOneIsFoundAndTheyAreComputedAgain(number: Int) async throws {
    let fresh = try await engine().answer([path]).rejects
    let entry = try #require(try kept.cache.entries().first { $0.stage == "listens" })
    let key = CheckpointKey(stage: .listens, text: try #require(entry.keyText))
    let section = try #require(kept.cache.open(key)?.section("rejects"))
    let file = try #require(FileHandle(forUpdatingAtPath: kept.cache.path(of: key.fileName)))
    try file.seek(toOffset: UInt64(section.lowerBound + number * 16))
    try file.write(contentsOf: [0xFF])
    try file.close()
    let answer = try await engine().answer([path])
    #expect(answer.rejects == fresh)
    #expect(kept.reported.contains { $0.contains("computed again") })
  }

  private func engine(memory: Int = 1 << 30) -> NativeEngine {
    var options = NativeEngine.Options(threads: 2)
    options.blockSize = 5000
    options.memory = memory
    options.cache = kept.cache
    return NativeEngine(options)
  }
}

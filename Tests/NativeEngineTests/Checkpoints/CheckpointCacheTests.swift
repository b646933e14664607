import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct CheckpointCacheTests {
  private static let keys = (0..<5).map { CheckpointKey(stage: .listens, text: "key \($0)") }
  /// Bytes of the file of a checkpoint with one section of one byte: header, section, table.
  private static let fileByteCount = 3 * 4096

  @Test func aKeyThatWasNeverPublishedIsAQuietMiss() throws {
    let sample = try SampleCache()
    #expect(sample.cache.open(Self.keys[0]) == nil)
    let nowhere = CheckpointCache(directory: "\(sample.directory.path)/none", limit: 0) {
      Issue.record("\($0)")
    }
    #expect(nowhere.open(Self.keys[0]) == nil)
    #expect(try nowhere.entries().isEmpty && nowhere.clear().isEmpty)
    #expect(sample.reported == [])
  }

  @Test func theOldestGoFirstWhenThereIsNoMoreRoom() throws {
    let sample = try SampleCache(limit: 3 * Self.fileByteCount)
    for (number, key) in Self.keys.prefix(3).enumerated() {
      try sample.publish(key, byteCount: 1)
      try sample.setLastUse(of: key, to: [300, 100, 200][number])
    }
    #expect(try present(in: sample) == [0, 2, 1])
    try sample.publish(Self.keys[3], byteCount: 1)
    #expect(try present(in: sample) == [3, 0, 2])
    try sample.publish(Self.keys[4], byteCount: 1)
    #expect(try present(in: sample) == [4, 3, 0])
  }

  @Test func whatIsUsedIsNoLongerTheOldest() throws {
    let sample = try SampleCache(limit: 2 * Self.fileByteCount)
    for (number, key) in Self.keys.prefix(2).enumerated() {
      try sample.publish(key, byteCount: 1)
      try sample.setLastUse(of: key, to: 100 + number)
    }
    #expect(sample.cache.open(Self.keys[0]) != nil)
    try sample.publish(Self.keys[2], byteCount: 1)
    #expect(try present(in: sample) == [2, 0])
  }

  @Test func aLookInTheListIsNoUse() throws {
    let sample = try SampleCache()
    try sample.publish(Self.keys[0])
    try sample.setLastUse(of: Self.keys[0], to: 100)
    #expect(try sample.cache.entries().map(\.lastUsed) == [100])
    #expect(try sample.cache.entries().map(\.lastUsed) == [100])
  }

  @Test func whatIsLargerThanTheLimitIsReadableButNotKept() throws {
    let sample = try SampleCache(limit: 2 * Self.fileByteCount)
    try sample.publish(Self.keys[0], byteCount: 1)
    let writer = try #require(sample.cache.begin(Self.keys[1]))
    let content = [UInt8](repeating: 7, count: 30_000)
    try writer.append(section: "content", content)
    let reader = try writer.publish()
    #expect(try reader.bytes(ofSection: "content") == content)
    #expect(try present(in: sample) == [0])
    #expect(sample.reported.count == 1)
    #expect(sample.reported.first?.contains("more than the cache may have") == true)
  }

  @Test func theListTellsWhatEachIs() throws {
    let sample = try SampleCache()
    try sample.publish(Self.keys[0], byteCount: 1)
    try sample.directory.write("no checkpoint", to: Self.keys[1].fileName)
    try sample.setLastUse(of: Self.keys[1], to: 100)
    let entries = try sample.cache.entries()
    #expect(entries.map(\.name) == [Self.keys[0].fileName, Self.keys[1].fileName])
    #expect(entries.map(\.stage) == ["listens", "listens"])
    #expect(entries.map(\.byteCount) == [Self.fileByteCount, 13])
    #expect(entries.map(\.keyText) == ["key 0", nil])
    #expect(entries.map(\.problem) == [nil, "it is no checkpoint"])
    #expect(abs(Double(entries[0].lastUsed) - Date().timeIntervalSince1970) < 60)
  }

  @Test func clearingRemovesCheckpointsAndNothingElse() throws {
    let sample = try SampleCache()
    let others = ["notes.txt", "listens.checkpoint", ".hidden.partial"]
    for name in others { try sample.directory.write("mine", to: name) }
    for key in Self.keys { try sample.publish(key) }
    let removed = try sample.cache.clear()
    #expect(Set(removed.map(\.name)) == Set(Self.keys.map(\.fileName)))
    #expect(try sample.directory.names() == others.sorted())
    #expect(try sample.cache.entries().isEmpty)
  }

  @Test func aPartialFileWithoutAWriterIsSwept() throws {
    let sample = try SampleCache()
    // The number is that of this living process: the lock decides, not the number.
    let left = CheckpointName.partial(
      for: Self.keys[0].fileName, process: SystemCalls.processNumber, number: 1_000_000)
    try sample.directory.write("half a checkpoint", to: left)
    let writer = try #require(sample.cache.begin(Self.keys[1]))
    #expect(try sample.directory.names().count == 1)
    let second = try #require(sample.cache.begin(Self.keys[1]))
    _ = try sample.cache.clear()
    #expect(try sample.directory.names().count == 2, "writers that live keep their files")
    _ = try (writer.publish(), second.publish())
    #expect(try present(in: sample) == [1])
  }

  @Test func directoriesAreMadeForTheirOwnerAlone() throws {
    let parent = try TemporaryDirectory()
    let path = "\(parent.path)/a/b/cache/"
    let cache = CheckpointCache(directory: path, limit: .max) { Issue.record("\($0)") }
    let writer = try #require(cache.begin(Self.keys[0]))
    _ = try writer.publish()
    #expect(cache.open(Self.keys[0]) != nil)
    let paths = [path, "\(path)\(Self.keys[0].fileName)"]
    let modes = try paths.map {
      try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int
    }
    #expect(modes == [0o700, 0o600])
  }

  @Test(arguments: ["/dev/null/cache", "/proc/cache", ""])
  func aDirectoryThatCannotBeWrittenIsReportedOnce(path: String) throws {
    let reported = SampleReports()
    let cache = CheckpointCache(directory: path, limit: .max) { reported.add($0) }
    for key in Self.keys { #expect(cache.begin(key) == nil) }
    #expect(reported.lines.count == 1)
    #expect(
      reported.lines.first?.hasPrefix("no checkpoints are kept: cannot write in \(path)") == true)
  }

  @Test func aNameThatCannotBeTakenIsReportedAndTheContentStaysReadable() throws {
    let sample = try SampleCache()
    let path = sample.cache.path(of: Self.keys[0].fileName)
    try FileManager.default.createDirectory(
      atPath: "\(path)/occupied", withIntermediateDirectories: true)
    let writer = try #require(sample.cache.begin(Self.keys[0]))
    try writer.append(section: "content", [5])
    let reader = try writer.publish()
    #expect(try reader.bytes(ofSection: "content") == [5])
    #expect(sample.reported.count == 1)
  }

  /// Numbers of the keys whose checkpoints are there, the one used last first.
  private func present(in sample: SampleCache) throws -> [Int] {
    let names = Self.keys.map(\.fileName)
    return try sample.cache.entries().compactMap { names.firstIndex(of: $0.name) }
  }
}

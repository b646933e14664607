import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct CheckpointReaderTests {
  private static let key = CheckpointKey(stage: .listens, text: "key")

  @Test func staysReadableWhenTheFileIsRemovedOrReplaced() throws {
    let sample = try SampleCache()
    let content = try sample.publish(Self.key, byteCount: 70_000)
    let removed = try #require(sample.cache.open(Self.key))
    _ = try sample.cache.clear()
    #expect(try removed.bytes(ofSection: "content") == content)
    try sample.publish(Self.key, byteCount: 10)
    #expect(try removed.mappedBytes(try #require(removed.section("content"))) == content)
  }

  @Test func aSectionThatIsNotThereIsAnError() throws {
    let sample = try SampleCache()
    try sample.publish(Self.key)
    let reader = try #require(sample.cache.open(Self.key))
    #expect(throws: AnalysisError.self) { try reader.bytes(ofSection: "other") }
  }

  @Test func aRangeOutsideTheFileIsAnErrorAndNotTheEnd() throws {
    let sample = try SampleCache()
    try sample.publish(Self.key)
    let reader = try #require(sample.cache.open(Self.key))
    for range in [0..<1_000_000, 1_000_000..<1_000_001, -10..<10] {
      let error = #expect(throws: AnalysisError.self) { try reader.mappedBytes(range) }
      #expect(error?.code == .inputOutput)
    }
  }

  @Test func anErrorOfTheCallersOwnPassesThrough() throws {
    let sample = try SampleCache()
    try sample.publish(Self.key)
    let reader = try #require(sample.cache.open(Self.key))
    #expect(throws: CancellationError.self) {
      try unsafe reader.withBytes(4096..<5000) { _ in throw CancellationError() }
    }
  }

  @Test func anErrorNamesTheFileTheSectionAndWhatToDo() throws {
    let sample = try SampleCache()
    try sample.publish(Self.key)
    let path = sample.cache.path(of: Self.key.fileName)
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.seek(toOffset: 4096)
    try file.write(contentsOf: Data("damage".utf8))
    let reader = try #require(sample.cache.open(Self.key))
    let error = #expect(throws: AnalysisError.self) { try reader.bytes(ofSection: "content") }
    #expect(
      error?.message
        == "the checkpoint \(path) cannot be used: its section content is damaged")
    #expect(error?.advice.contains("sidelong cache clear") == true)
  }
}

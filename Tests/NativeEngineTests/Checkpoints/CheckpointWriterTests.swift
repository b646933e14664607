import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct CheckpointWriterTests {
  private static let key = CheckpointKey(stage: .listens, text: "two\nlines of settings")

  @Test(arguments: UInt64(0)..<8)
  func givesBackEverySection(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let sample = try SampleCache()
    let writer = try #require(sample.cache.begin(Self.key))
    var expected: [String: [UInt8]] = [:]
    for number in 0..<Int.random(in: 0...12, using: &generator) {
      let count = generator.pick([0, 1, 4031, 4032, 4033, 4096, 50_000])
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      try writer.append(section: "section \(number)", bytes)
      expected["section \(number)"] = bytes
    }
    let written = try writer.publish()
    let found = try #require(sample.cache.open(Self.key))
    for reader in [written, found] {
      for (name, bytes) in expected {
        let range = try #require(reader.section(name), "seed \(seed)")
        #expect(range.lowerBound.isMultiple(of: 4096))
        #expect(try reader.bytes(ofSection: name) == bytes, "seed \(seed), \(name)")
        #expect(try reader.mappedBytes(range) == bytes, "seed \(seed), \(name)")
        #expect(try reader.zerosBehind(range) == 64, "seed \(seed), \(name)")
      }
      #expect(reader.section("section 99") == nil)
    }
    #expect(sample.reported == [])
  }

  @Test func threadsWriteOneSectionTogether() throws {
    let sample = try SampleCache()
    let writer = try #require(sample.cache.begin(Self.key))
    let pieces = (0..<64).map { [UInt8](repeating: UInt8($0), count: 10_000 + $0) }
    let total = pieces.reduce(0) { $0 + $1.count }
    let start = writer.reserve(total)
    let offsets = pieces.indices.map { start + pieces[..<$0].reduce(0) { $0 + $1.count } }
    _ = try Workers.run(4, items: pieces.count) { next in
      while let number = next() { try writer.write(pieces[number], at: offsets[number]) }
    }
    writer.addSection("pieces", start..<start + total, checksum: nil)
    _ = try writer.publish()
    let reader = try #require(sample.cache.open(Self.key))
    #expect(try reader.bytes(ofSection: "pieces") == Array(pieces.joined()))
    #expect(try reader.mappedBytes(offsets[7]..<offsets[8]) == pieces[7])
  }

  @Test func threadsGetRoomOfTheirOwn() throws {
    let sample = try SampleCache()
    let writer = try #require(sample.cache.begin(Self.key))
    let sizes = (0..<500).map { $0 * 37 % 9000 }
    let rooms = try Workers.run(4, items: sizes.count) { next in
      var rooms: [Range<Int>] = []
      while let number = next() {
        let offset = writer.reserve(sizes[number])
        rooms.append(offset..<offset + sizes[number] + 64)
      }
      return rooms
    }.joined().sorted { $0.lowerBound < $1.lowerBound }
    #expect(rooms.count == sizes.count)
    #expect(rooms.allSatisfy { $0.lowerBound.isMultiple(of: 4096) && $0.lowerBound > 0 })
    #expect(zip(rooms, rooms.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
  }

  @Test func whatIsNotPublishedIsGone() throws {
    let sample = try SampleCache()
    do {
      let writer = try #require(sample.cache.begin(Self.key))
      try writer.append(section: "content", [1, 2, 3])
      #expect(try sample.directory.names().count == 1)
      #expect(sample.cache.open(Self.key) == nil)
    }
    #expect(try sample.directory.names() == [])
    #expect(sample.reported == [])
  }

  @Test func aFileWithoutANameIsReadLikeACheckpoint() throws {
    let directory = try TemporaryDirectory()
    let writer = try CheckpointWriter.unnamed(in: directory.path)
    try writer.append(section: "content", [1, 2, 3])
    #expect(try directory.names() == [])
    let reader = try writer.publish()
    #expect(try reader.bytes(ofSection: "content") == [1, 2, 3])
    let range = try #require(reader.section("content"))
    #expect(try reader.zerosBehind(range) == 64)
    #expect(try directory.names() == [])
  }

  @Test func withoutADirectoryThereIsNoUnnamedFile() throws {
    let error = #expect(throws: AnalysisError.self) {
      try CheckpointWriter.unnamed(in: "/nowhere")
    }
    #expect(error?.code == .inputOutput)
    #expect(
      error?.message == "cannot write a temporary file in /nowhere: No such file or directory")
  }
}

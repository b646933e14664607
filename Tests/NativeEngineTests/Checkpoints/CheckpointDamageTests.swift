import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

/// A file that is not what was published is never believed.
struct CheckpointDamageTests {
  private static let key = CheckpointKey(stage: .sessions, text: "inputs, rules and settings")
  private static let sections = ["first": 5000, "empty": 0, "second": 300, "third": 4096]

  private let sample: SampleCache
  private let whole: [UInt8]
  private let contents: [String: [UInt8]]

  init() throws {
    sample = try SampleCache()
    let writer = try SampleCache.require(sample.cache.begin(Self.key))
    var contents: [String: [UInt8]] = [:]
    var generator = SeededGenerator(seed: 11)
    for (name, count) in Self.sections.sorted(by: { $0.key < $1.key }) {
      contents[name] = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      try writer.append(section: name, contents[name] ?? [])
    }
    _ = try writer.publish()
    self.contents = contents
    whole = try sample.directory.bytes(of: Self.key.fileName)
  }

  @Test func theFileIsBelievedAsItIs() throws {
    #expect(try whatIsBelieved(of: whole) == contents)
    #expect(sample.reported == [])
  }

  @Test func aFileCutOffAnywhereIsNotBelieved() throws {
    var ends = Set(stride(from: 0, to: whole.count, by: 4096))
    for edge in [0, 8, 16, 24, 32, 40, 48, 56, 64] + Array(ends) {
      ends.formUnion([edge - 1, edge, edge + 1].filter { (0..<whole.count).contains($0) })
    }
    ends.formUnion([whole.count - 64, whole.count - 1])
    for end in ends {
      #expect(try whatIsBelieved(of: Array(whole[..<end])) == nil, "cut off at \(end)")
    }
  }

  @Test func aFileThatGrewIsNotBelieved() throws {
    #expect(try whatIsBelieved(of: whole + [0]) == nil)
    #expect(sample.reported.first?.contains("is not used: it has ") == true)
  }

  @Test(arguments: UInt64(0)..<4)
  func noChangedByteGetsIntoASection(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let table = try header(of: whole).table
    for round in 0..<250 {
      var bytes = whole
      // A quarter in the header, a quarter in the table: few bytes that matter most.
      let at: Int =
        switch round % 4 {
        case 0: Int.random(in: 0..<CheckpointHeader.byteCount, using: &generator)
        case 1: Int.random(in: table, using: &generator)
        default: Int.random(in: bytes.indices, using: &generator)
        }
      bytes[at] ^= UInt8.random(in: 1...255, using: &generator)
      let believed = try whatIsBelieved(of: bytes)
      if at < CheckpointHeader.byteCount || table.contains(at) {
        #expect(believed == nil, "seed \(seed), byte \(at)")
      }
      for (name, content) in believed ?? [:] {
        #expect(content == contents[name], "seed \(seed), byte \(at), section \(name)")
      }
    }
  }

  @Test func sectionsThatChangedPlacesAreNotBelieved() throws {
    var bytes = whole
    let (left, right) = (4096..<8192, 8192..<12_288)
    bytes.replaceSubrange(left, with: whole[right])
    bytes.replaceSubrange(right, with: whole[left])
    let believed = try #require(try whatIsBelieved(of: bytes))
    #expect(believed["first"] == nil)
  }

  @Test func aFileOfSomethingElseIsReportedOnOneLine() throws {
    let texts = ["", "hello", String(repeating: "user\ttime\tartist\n", count: 1000)]
    for text in texts { #expect(try whatIsBelieved(of: Array(text.utf8)) == nil) }
    // Each line comes once.
    #expect(
      sample.reported == [
        "the checkpoint \(sample.cache.path(of: Self.key.fileName)) is not used: "
          + "it is no checkpoint"
      ])
  }

  @Test func aFormatOfAnotherVersionIsNamed() throws {
    var bytes = whole
    bytes[8] += 1
    #expect(try whatIsBelieved(of: bytes) == nil)
    let version = CheckpointHeader.formatVersion
    #expect(
      sample.reported.first?.hasSuffix(
        "its format is \(version + 1), and this version reads \(version)") == true)
  }

  @Test func aCheckpointUnderTheNameOfAnotherIsNotBelieved() throws {
    let other = CheckpointKey(stage: .sessions, text: "other settings")
    try sample.directory.write(whole, to: other.fileName)
    #expect(sample.cache.open(other) == nil)
    #expect(sample.reported.count == 1)
    #expect(sample.cache.open(Self.key) != nil)
  }

  @Test func whatIsNoFileIsNotBelievedAndNotWaitedFor() throws {
    let path = sample.cache.path(of: Self.key.fileName)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(sample.cache.open(Self.key) == nil)
    try FileManager.default.removeItem(atPath: path)
    try Process.run(URL(fileURLWithPath: "/usr/bin/mkfifo"), arguments: [path]).waitUntilExit()
    #expect(sample.cache.open(Self.key) == nil)
    #expect(sample.reported.count == 1)
  }

  @Test func theNextCheckpointTakesThePlaceOfADamagedOne() throws {
    #expect(try whatIsBelieved(of: Array("damage".utf8)) == nil)
    let content = try sample.publish(Self.key)
    let reader = try #require(sample.cache.open(Self.key))
    #expect(try reader.bytes(ofSection: "content") == content)
  }

  /// The sections that the cache gives when the file holds `bytes`; nil if it gives none at all.
  private func whatIsBelieved(of bytes: [UInt8]) throws -> [String: [UInt8]]? {
    try sample.directory.write(bytes, to: Self.key.fileName)
    guard let reader = sample.cache.open(Self.key) else { return nil }
    var believed: [String: [UInt8]] = [:]
    for name in Self.sections.keys { believed[name] = try? reader.bytes(ofSection: name) }
    return believed
  }

  private func header(of bytes: [UInt8]) throws -> CheckpointHeader {
    try CheckpointHeader(
      Array(bytes[..<CheckpointHeader.byteCount]), fileByteCount: bytes.count)
  }
}

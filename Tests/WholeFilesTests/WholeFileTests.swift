import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import WholeFiles

@Suite("Files that appear whole or not at all")
struct WholeFileTests {
  private let directory: TemporaryDirectory
  private let unfinished = UnfinishedFiles()

  init() throws {
    directory = try TemporaryDirectory()
  }

  private var path: String { directory.path + "/out" }

  @Test("The older file stays until the new one is published")
  func replaces() throws {
    try directory.write("old", to: "out")
    let file = try WholeFile(path, among: unfinished)
    try file.append(Array("new".utf8))
    #expect(try directory.bytes(of: "out") == Array("old".utf8))
    try unfinished.publish([file])
    #expect(try directory.bytes(of: "out") == Array("new".utf8))
    #expect(try directory.names() == ["out"])
  }

  @Test("What was not published leaves nothing behind")
  func abandoned() throws {
    try directory.write("old", to: "out")
    do {
      let file = try WholeFile(path, among: unfinished)
      try file.append(Array("half".utf8))
    }
    #expect(try directory.bytes(of: "out") == Array("old".utf8))
    #expect(try directory.names() == ["out"])
  }

  @Test("An interrupt removes what was begun, and what was published stays")
  func interrupted() throws {
    let published = try WholeFile(path, among: unfinished)
    try unfinished.publish([published])
    let begun = try WholeFile(directory.path + "/begun", among: unfinished)
    #expect(try directory.names().count == 2)
    unfinished.removeAll()
    #expect(try directory.names() == ["out"])
    withExtendedLifetime(begun) {}
  }

  @Test("Publishing removes the files that are not true any more")
  func removesOutdated() throws {
    try directory.write("{}", to: "out.truth.json")
    let file = try WholeFile(path, among: unfinished)
    try unfinished.publish([file], removing: [path + ".truth.json"])
    #expect(try directory.names() == ["out"])
  }

  @Test("More than a buffer is written whole, in order")
  func large() throws {
    let file = try WholeFile(path, among: unfinished)
    let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    for start in stride(from: 0, to: bytes.count, by: 1000) {
      try file.append(bytes[start..<start + 1000])
    }
    try unfinished.publish([file])
    #expect(try directory.bytes(of: "out") == bytes)
  }

  @Test("A name that is taken by a directory meanwhile is an error, and leaves nothing behind")
  func renamingFails() throws {
    do {
      let file = try WholeFile(path, among: unfinished)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      let error = #expect(throws: AnalysisError.self) { try unfinished.publish([file]) }
      #expect(error?.code == .inputOutput)
    }
    #expect(try directory.names() == ["out"])
  }

  @Test(
    "A place where no file can be is an error that says so",
    arguments: ["", "/dev/null", "/dev/null/below/out", "/proc/out"])
  func cannotCreate(path: String) {
    let error = #expect(throws: AnalysisError.self) { try WholeFile(path, among: unfinished) }
    #expect(error?.code == .cannotCreateOutput)
    #expect(error?.message.hasPrefix("cannot create") == true)
  }
}

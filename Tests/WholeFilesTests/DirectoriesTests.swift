import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import WholeFiles

@Suite("Directories for output")
struct DirectoriesTests {
  @Test("Missing directories are made, those that are there stay")
  func makes() throws {
    let directory = try TemporaryDirectory()
    try directory.write("kept", to: "file")
    try Directories.make(directory.path + "/a//b/c/")
    try Directories.make(directory.path + "/a/b")
    #expect(FileManager.default.fileExists(atPath: directory.path + "/a/b/c"))
    #expect(try directory.bytes(of: "file") == Array("kept".utf8))
  }

  @Test("A file in the way is an error that names the directory")
  func fileInTheWay() throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: "file")
    for path in [directory.path + "/file", directory.path + "/file/below"] {
      let error = #expect(throws: AnalysisError.self) { try Directories.make(path) }
      #expect(error?.code == .cannotCreateOutput)
      #expect(error?.message.contains(path) == true)
    }
  }
}

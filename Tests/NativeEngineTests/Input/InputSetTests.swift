import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct InputSetTests {
  @Test func everyPositionIsFoundInItsFile() throws {
    let directory = try TemporaryDirectory()
    let texts = ["", "abc", "", "", "d", "efghij", ""]
    let inputs = try open(texts, in: directory)
    #expect(inputs.bases == [0, 0, 3, 3, 3, 4, 10, 10])
    for (file, text) in texts.enumerated() {
      for offset in 0..<text.utf8.count {
        let place = inputs.locate(inputs.bases[file] + offset)
        #expect(place.file == file && place.offset == offset)
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4, 100])
  func blocksCoverEveryByteOnceInOrder(size: Int) throws {
    let directory = try TemporaryDirectory()
    let inputs = try open(["abcdefg", "", "hij"], in: directory)
    let blocks = inputs.blocks(ofSize: size)
    #expect(blocks.allSatisfy { !$0.range.isEmpty && $0.range.count <= size })
    let bytes = blocks.flatMap { block in block.range.map { inputs.bases[block.file] + $0 } }
    #expect(bytes == Array(0..<10))
  }

  @Test func theInputsAreSummedUpAsTheUserNamedThem() throws {
    let directory = try TemporaryDirectory()
    let inputs = try open(["abc", ""], in: directory)
    #expect(
      inputs.summaries == [
        InputSummary(path: "\(directory.path)/0", byteCount: 3),
        InputSummary(path: "\(directory.path)/1", byteCount: 0),
      ])
  }

  @Test func aMissingFileIsNoInput() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/missing.tsv"
    let error = #expect(throws: AnalysisError.self) {
      _ = try InputSet.open([path], temporaryDirectory: directory.path)
    }
    #expect(error?.code == .noInput)
    #expect(error?.message == "cannot read \(path): No such file or directory")
  }

  @Test func moreBytesThanARecordCanPointIntoAreRefused() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("", to: "sparse")
    try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 1 << 40)
    #expect(
      try InputSet.open(Array(repeating: path, count: 2), temporaryDirectory: directory.path)
        .byteCount == ListenRecord.positionLimit)
    let error = #expect(throws: AnalysisError.self) {
      _ = try InputSet.open(Array(repeating: path, count: 3), temporaryDirectory: directory.path)
    }
    #expect(error?.message == "the inputs hold more than 2 TiB")
  }

  private func open(_ texts: [String], in directory: TemporaryDirectory) throws -> InputSet {
    let paths = try texts.enumerated().map { try directory.write($1, to: "\($0)") }
    return try InputSet.open(paths, temporaryDirectory: directory.path)
  }
}

import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import NativeEngine
import Testing

struct InputFileTests {
  private static let row = "u\t2009-05-04T23:08:57Z\t\tartist\t\ttrack\n"

  @Test func aFileThatShrinksWhileItIsReadIsAnError() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(String(repeating: Self.row, count: 10_000), to: "a.tsv")
    try await expectInputOutputError(
      reading: path,
      progress: EditingProgress {
        FileHandle(forWritingAtPath: path)?.truncateFile(atOffset: 100)
      })
  }

  @Test func aFileThatGrowsWhileItIsReadIsAnError() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Self.row, to: "a.tsv")
    try await expectInputOutputError(
      reading: path,
      progress: EditingProgress {
        let file = FileHandle(forWritingAtPath: path)
        file?.seekToEndOfFile()
        file?.write(Data(Self.row.utf8))
      })
  }

  @Test func aFileThatIsWrittenAnewInTheSameSizeIsAnError() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Self.row, to: "a.tsv")
    // The file system's clock is coarse, so the first writing is made to be long ago.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: path)
    try await expectInputOutputError(
      reading: path,
      progress: EditingProgress {
        FileHandle(forWritingAtPath: path)?.write(Data(Self.row.uppercased().utf8))
      })
  }

  @Test func aPipeIsReadLikeAFile() async throws {
    let directory = try TemporaryDirectory()
    let bytes = RandomHistory(seed: 5).files.joined() + Array(Self.row.utf8)
    let file = try directory.write(Array(bytes), to: "a.tsv")
    let pipe = Pipe()
    try #require(bytes.count < 60_000, "a pipe holds no more before it is read")
    try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
    try pipe.fileHandleForWriting.close()
    let piped = try await NativeEngine().answer([
      "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    ])
    let read = try await NativeEngine().answer([file])
    #expect(piped.report.counts == read.report.counts)
    #expect(piped.report.topSongs == read.report.topSongs)
    #expect(piped.report.inputs.map(\.byteCount) == [bytes.count])
  }

  @Test func aNamedPipeIsOpenedOnceAndReadWhole() async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(String(repeating: Self.row, count: 5000), to: "a.tsv")
    let pipe = "\(directory.path)/pipe"
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    // Opening a named pipe waits for its other end; closing it early would end the writer.
    writer.arguments = ["-c", "cat \"$1\" > \"$2\"", "sh", file, pipe]
    let maker = try Process.run(URL(fileURLWithPath: "/usr/bin/env"), arguments: ["mkfifo", pipe])
    maker.waitUntilExit()
    try writer.run()
    let report = try await NativeEngine().answer([pipe]).report
    writer.waitUntilExit()
    #expect(writer.terminationStatus == 0)
    #expect(report.counts.rows == 5000)
    #expect(report.inputs == [InputSummary(path: pipe, byteCount: 5000 * Self.row.utf8.count)])
  }

  @Test func withoutRoomForAPipesContentNothingIsRead() async throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(Self.row.utf8))
    try pipe.fileHandleForWriting.close()
    var options = NativeEngine.Options(threads: 1)
    options.temporaryDirectory = "/nowhere"
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    let error = await #expect(throws: AnalysisError.self) {
      try await NativeEngine(options).answer([path])
    }
    #expect(error?.code == .inputOutput)
    #expect(error?.message == "cannot copy \(path) to /nowhere: No such file or directory")
  }

  private func expectInputOutputError(
    reading path: String, progress: EditingProgress
  ) async throws {
    let error = await #expect(throws: AnalysisError.self) {
      try await NativeEngine.with(threads: 1, blockSize: 4096).analyze(
        [path], settings: AnalysisSettings(), rejects: CollectedRejects(), sessions: nil,
        progress: progress)
    }
    #expect(error?.code == .inputOutput)
    #expect(error?.message == "\(path) changed while it was read")
  }
}

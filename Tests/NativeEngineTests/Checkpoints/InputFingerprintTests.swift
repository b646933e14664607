import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct InputFingerprintTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = try directory.write(String(repeating: "a row\n", count: 10), to: "a.tsv")
  }

  @Test func itIsTheSameByEveryPathAndWhenAskedAgain() throws {
    let link = "\(directory.path)/link.tsv"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let first = try fingerprint(path)
    #expect(try fingerprint(path) == first)
    #expect(try fingerprint(link) == first)
    #expect(
      try fingerprint(
        "\(directory.path)/../\(directory.path.split(separator: "/").last ?? "")/a.tsv") == first)
  }

  @Test func anotherContentOfTheSameSizeChangesIt() throws {
    let first = try fingerprint(path)
    try overwrite("another row", at: 12)
    let second = try fingerprint(path)
    #expect(second.byteCount == first.byteCount && second.inode == first.inode)
    #expect(second.sample != first.sample)
    #expect(second.text != first.text)
  }

  @Test func aContentWithTheTimeSetBackStillChangesIt() throws {
    let first = try fingerprint(path)
    try overwrite("another row", at: 12)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: Double(first.modifiedAt) / 1e9)],
      ofItemAtPath: path)
    #expect(try fingerprint(path).changedAt != first.changedAt)
    #expect(try fingerprint(path) != first)
  }

  @Test func anotherSizeTimeOrFileChangesIt() throws {
    let first = try fingerprint(path)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: path)
    let touched = try fingerprint(path)
    #expect(touched.modifiedAt == 1_000_000_000_000_000_000 && touched.sample == first.sample)
    let copy = "\(directory.path)/copy.tsv"
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let copied = try fingerprint(copy)
    #expect(copied.inode != first.inode && copied.sample == first.sample)
    try directory.write(String(repeating: "a row\n", count: 11), to: "a.tsv")
    let longer = try fingerprint(path)
    #expect(longer.byteCount == first.byteCount + 6)
    #expect(Set([first, touched, copied, longer].map(\.text)).count == 4)
  }

  @Test func aLargeFileIsSampledFromItsFirstByteToItsLast() throws {
    let large = try directory.write([UInt8](repeating: 0x61, count: 3_000_000), to: "large.tsv")
    let first = try fingerprint(large)
    for offset in [0, 2_999_999] {
      let changed = try directory.write(
        [UInt8](repeating: 0x61, count: offset) + [0x62]
          + [UInt8](repeating: 0x61, count: 2_999_999 - offset), to: "changed.tsv")
      #expect(try fingerprint(changed).sample != first.sample, "byte \(offset)")
    }
  }

  @Test func whatWasWrittenJustNowIsWaitedFor() throws {
    let first = try fingerprint(path)
    // Without the wait both could bear the same time of the file system's clock.
    try overwrite("b", at: 0)
    try overwrite("a", at: 0)
    let second = try fingerprint(path)
    #expect(second.sample == first.sample)
    #expect(second.modifiedAt > first.modifiedAt)
  }

  @Test func whatIsNoNamedFileHasNone() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("a row\n".utf8))
    try pipe.fileHandleForWriting.close()
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    let input = try #require(
      try InputFile.open("/dev/fd/\(descriptor)", temporaryDirectory: directory.path).first)
    #expect(try InputFingerprint.of(input) == nil)
  }

  @Test func aFileThatChangedSinceItWasOpenedIsAnError() throws {
    let input = try #require(
      try InputFile.open(path, temporaryDirectory: directory.path).first)
    try directory.write("other rows\n", to: "a.tsv")
    try overwrite("more", at: 5)
    let longer = try #require(
      try InputFile.open(path, temporaryDirectory: directory.path).first)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: path)
    #expect(throws: AnalysisError.self) { try InputFingerprint.of(longer) }
    _ = input
  }

  private func fingerprint(_ path: String) throws -> InputFingerprint {
    let input = try #require(
      try InputFile.open(path, temporaryDirectory: directory.path).first)
    return try #require(try InputFingerprint.of(input))
  }

  private func overwrite(_ text: String, at offset: UInt64) throws {
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.seek(toOffset: offset)
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }
}

import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import ProfileFiles
import Testing

struct ProfileFileTests {
  private static let header = "#id\tgender\tage\tcountry\tregistered\n"
  private let scratch: TemporaryDirectory

  init() throws { scratch = try TemporaryDirectory() }

  @Test func aFileIsRead() throws {
    let text = Self.header + "u\tm\t\tJapan\tAug 13, 2006\n"
    let path = try scratch.write(text, to: "profiles.tsv")
    let profiles = try ProfileFile.load(path)
    #expect(profiles.path == path)
    #expect(profiles.byteCount == text.utf8.count)
    #expect(profiles.rows == 1)
    #expect(profiles["u"]?[.country] == .known("Japan"))
  }

  @Test func aLinkIsFollowed() throws {
    try scratch.write(Self.header, to: "profiles.tsv")
    let link = scratch.path + "/link.tsv"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: scratch.path + "/profiles.tsv")
    #expect(try ProfileFile.load(link).rows == 0)
  }

  @Test func aMissingFileIsNoInput() throws {
    for path in [scratch.path + "/absent.tsv", scratch.path + "/absent/absent.tsv"] {
      let error = try refusal(path)
      #expect(error.code == .noInput)
      #expect(error.message == "cannot read the profiles \(path): No such file or directory")
      #expect(error.advice == ListenerProfiles.advice)
    }
  }

  @Test(arguments: ["", "/dev/null"])
  func whatIsNoFileIsNoInput(path: String) throws {
    let error = try refusal(path.isEmpty ? scratch.path : path)
    #expect(error.code == .noInput)
    #expect(error.message.hasSuffix(": it is no file"))
  }

  @Test func anEmptyFileIsNoInput() throws {
    let error = try refusal(scratch.write("", to: "empty.tsv"))
    #expect(error.code == .noInput)
    #expect(error.message.hasSuffix("empty.tsv: it is empty"))
  }

  @Test func aFileWithoutAHeaderIsUnusable() throws {
    let path = try scratch.write("u\tm\t\tJapan\tAug 13, 2006\n", to: "headless.tsv")
    let error = try refusal(path)
    #expect(error.code == .unusableProfiles)
    #expect(error.message == "\(path):1: the first line is no header of profiles")
  }

  @Test func aHistoryGivenByMistakeIsNotReadIn() throws {
    let path = try scratch.write("", to: "large.tsv")
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: 1 << 30 + 1)
    let error = try refusal(path)
    #expect(error.code == .unusableProfiles)
    #expect(error.message.hasSuffix("it has more than 1073741824 bytes"))
  }

  #if os(Linux)
    @Test func readingThatFailsIsToldAsSuch() throws {
      // A regular file, the first page of which cannot be read by anybody.
      let error = try refusal("/proc/self/mem")
      #expect(error.code == .inputOutput)
      #expect(error.message == "cannot read the profiles /proc/self/mem: Input/output error")
    }
  #endif

  private func refusal(_ path: String) throws -> AnalysisError {
    try #require(throws: AnalysisError.self) { try ProfileFile.load(path) }
  }
}

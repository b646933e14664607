import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct InputListingTests {
  @Test func filesStayAsTheyWereNamed() throws {
    let names = ["b.txt", "./a.tsv", "-", "missing/c.tsv", "b.txt"]
    #expect(try InputListing.files(behind: names) == names)
  }

  @Test func aDirectoryStandsForItsTSVFilesByName() throws {
    let directory = try TemporaryDirectory()
    for name in [
      "b.tsv", "a.tsv", "B.tsv", "\u{E9}.tsv", ".hidden.tsv", "c.tsv.gz", "tsv", "d.TSV",
    ] {
      try directory.write("x", to: name)
    }
    try FileManager.default.createDirectory(
      atPath: "\(directory.path)/folder.tsv", withIntermediateDirectories: false)
    let expected = ["B.tsv", "a.tsv", "b.tsv", "\u{E9}.tsv"].map { "\(directory.path)/\($0)" }
    #expect(try InputListing.files(behind: [directory.path]) == expected)
    #expect(
      try InputListing.files(behind: ["x", directory.path + "/", "y"]) == ["x"] + expected + ["y"])
  }

  @Test func aLinkToNothingStaysInTheListAndIsNoInput() throws {
    let directory = try TemporaryDirectory()
    let link = "\(directory.path)/a.tsv"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "\(directory.path)/missing")
    #expect(try InputListing.files(behind: [directory.path]) == [link])
    let error = #expect(throws: AnalysisError.self) {
      _ = try InputSet.open([directory.path], temporaryDirectory: directory.path)
    }
    #expect(error?.code == .noInput)
    #expect(error?.message == "cannot read \(link): No such file or directory")
  }

  @Test func aDirectoryWithoutTSVFilesIsNoInput() throws {
    let directory = try TemporaryDirectory()
    try directory.write("x", to: "listens.csv")
    let error = #expect(throws: AnalysisError.self) {
      try InputListing.files(behind: [directory.path])
    }
    #expect(error?.code == .noInput)
    #expect(error?.message == "no *.tsv file in directory \(directory.path)")
  }
}

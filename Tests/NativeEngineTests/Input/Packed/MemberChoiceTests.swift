import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct MemberChoiceTests {
  private let known = MemberChoice.knownName

  @Test(arguments: ["tar", "tar.gz", "zip"])
  func theHistoryOfLastFMIsTakenWhateverElseIsThere(form: String) throws {
    for names in [
      ["lastfm-dataset-1K/userid-profile.tsv", "lastfm-dataset-1K/\(known)"],
      [known, "other.tsv", "README.txt"],
    ] {
      #expect(try members(form, names) == [names.first { $0.hasSuffix(known) }])
    }
  }

  @Test func otherwiseTheOnlyTSVIsTaken() throws {
    #expect(try members("zip", ["README.txt", "a/.b.tsv", "a/b.tsv"]) == ["a/b.tsv"])
  }

  @Test(
    arguments: zip(
      ["*.tsv", "a/*", "[bc].tsv", "a/b.tsv", "README*"],
      [["a/b.tsv", "c.tsv"], ["a/b.tsv"], ["a/b.tsv", "c.tsv"], ["a/b.tsv"], ["README.txt"]]))
  func aPatternChoosesInTheOrderOfTheArchive(pattern: String, expected: [String]) throws {
    let names = ["README.txt", "a/b.tsv", "c.tsv"]
    #expect(try members("tar", names, pattern: pattern) == expected)
  }

  @Test func severalHistoriesAreAskedAbout() throws {
    let error = #expect(throws: AnalysisError.self) { try members("tar", ["b.tsv", "a.tsv"]) }
    #expect(error?.code == .noInput)
    #expect(error?.message.hasSuffix("packed holds several *.tsv: b.tsv, a.tsv") == true)
    #expect(error?.advice.contains("--member 'b.tsv'") == true)
  }

  @Test func withoutAHistoryTheMembersAreNamed() throws {
    let names = (0..<10).map { "\($0).txt" }
    let error = #expect(throws: AnalysisError.self) { try members("zip", names) }
    #expect(error?.code == .noInput)
    #expect(
      error?.message.hasSuffix(
        "holds no *.tsv, but 0.txt, 1.txt, 2.txt, 3.txt, 4.txt, 5.txt, 6.txt, 7.txt and 2 more")
        == true)
    #expect(error?.advice == "choose with --member")
  }

  @Test func aPatternThatMatchesNothingIsAnError() throws {
    let error = #expect(throws: AnalysisError.self) {
      try members("tar.gz", ["a.tsv"], pattern: "b*")
    }
    #expect(error?.code == .noInput)
    #expect(error?.message.hasSuffix("holds no member that matches b*, but a.tsv") == true)
  }

  @Test(arguments: ["tar", "zip"])
  func anArchiveWithoutFilesIsNoInput(form: String) throws {
    let error = #expect(throws: AnalysisError.self) { try members(form, ["folder/"]) }
    #expect(error?.code == .noInput)
  }

  /// The names of the members that are read of an archive with members of these names.
  private func members(
    _ form: String, _ names: [String], pattern: String? = nil
  ) throws -> [String?] {
    let directory = try TemporaryDirectory()
    let path = try directory.write("x\n", to: "x")
    let packed = "\(directory.path)/packed"
    try Packing.pack(form, names.map { "\(path)=\($0)" }, to: packed)
    return try InputFile.open(
      packed, temporaryDirectory: directory.path, packed: PackedInputs(member: pattern)
    ).map { $0.member?.name }
  }
}

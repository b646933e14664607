import ListeningSessionsTestSupport
import Testing

/// The same history gives the same bytes, however it is run.
struct RepeatabilityTests {
  private let scratch: TemporaryDirectory
  private let history: GeneratedHistory

  init() throws {
    scratch = try TemporaryDirectory()
    history = try GeneratedHistory("--rows=15000", "--users=60", "--faults=0.02", "--seed=5")
  }

  @Test("Twice with the same options")
  func twice() throws {
    try expectSameResults(first: [], second: [])
  }

  @Test("With any number of threads", arguments: [2, 3, 16])
  func threads(count: Int) throws {
    try expectSameResults(first: ["--threads=1"], second: ["--threads=\(count)"])
  }

  @Test("By duration as well")
  func byDuration() throws {
    let options = ["--rank-sessions-by=duration", "--gap=1h"]
    try expectSameResults(
      first: options + ["--threads=1"], second: options + ["--threads=2"])
  }

  private func expectSameResults(
    first: [String], second: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcomes = try [("first", first), ("second", second)].map { directory, options in
      let outcome = try Command.sidelong(
        ["analyze", history.path, "--output", scratch(directory)] + options
      ).run()
      outcome.expectSuccess(sourceLocation: sourceLocation)
      return outcome
    }
    #expect(outcomes[0].text == outcomes[1].text, sourceLocation: sourceLocation)
    let results = WrittenResults(in: scratch("second"))
    results.expectWhole(sourceLocation: sourceLocation)
    try results.expectSameTables(
      as: WrittenResults(in: scratch("first")), sourceLocation: sourceLocation)
  }
}

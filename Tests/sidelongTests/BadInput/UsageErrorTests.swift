import ListeningSessionsTestSupport
import Testing

/// Command lines that cannot be meant: told before anything is read or written.
struct UsageErrorTests {
  private let scratch: TemporaryDirectory
  private let earlier: EarlierResults

  init() throws {
    scratch = try TemporaryDirectory()
    earlier = try EarlierResults(in: scratch("output"))
  }

  @Test(
    "A value that an option cannot take is an error that names the option",
    arguments: [
      "--gap=0", "--gap=0s", "--gap=0h0m0s", "--gap=soon", "--gap=20", "--gap=", "--gap=-20m",
      "--gap=20M", "--gap=1m1h", "--gap=1.5h", "--gap=99999999999999999999h",
      "--gap=9999999999999999h", "--top-songs=0", "--top-songs=-1", "--top-songs=ten",
      "--top-sessions=0", "--top-sessions=-50", "--top-sessions=1.5", "--threads=0",
      "--threads=-2", "--threads=all", "--format=xml", "--rank-sessions-by=plays", "--output=",
      "--profiles=", "--output=s3a://bucket/out", "--output=file:///out", "--spark-files=tsv",
      "--gaps=20m", "--verbose", "-x",
    ])
  func option(_ option: String) throws {
    let listens = try scratch.write(Listens.mixed, to: "listens.tsv")
    let outcome = try Command.sidelong(
      ["analyze", listens, "--output", earlier.directory, option]
    ).run()
    outcome.expectUsageError(naming: String(option.prefix { $0 != "=" }))
    try earlier.expectUntouched()
  }

  @Test(
    "A negative value after a space is an error that names the option",
    arguments: ["--gap", "--top-songs", "--top-sessions", "--threads"])
  func negative(_ option: String) throws {
    let listens = try scratch.write(Listens.mixed, to: "listens.tsv")
    let outcome = try Command.sidelong(
      ["analyze", option, "-1", listens, "--output", earlier.directory]
    ).run()
    outcome.expectUsageError(naming: option)
    try earlier.expectUntouched()
  }

  @Test("A command line without an input says so")
  func noInput() throws {
    let outcome = try Command.sidelong(["analyze", "--output", earlier.directory]).run()
    outcome.expectUsageError(naming: "<input>")
    try earlier.expectUntouched()
  }

  @Test("An option without its value is named", arguments: ["--gap", "--output", "--format"])
  func missingValue(_ option: String) throws {
    let outcome = try Command.sidelong(["analyze", scratch("absent.tsv"), option]).run()
    outcome.expectUsageError(naming: option)
  }

  @Test("An unknown command is named")
  func unknownCommand() throws {
    try Command.sidelong(["analyse", "listens.tsv"]).run().expectUsageError(naming: "analyse")
  }
}

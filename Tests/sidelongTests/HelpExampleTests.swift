import Foundation
import ListeningSessionsTestSupport
import Testing

/// The examples in the help are typed as they stand.
struct HelpExampleTests {
  private let scratch: TemporaryDirectory

  init() throws {
    scratch = try TemporaryDirectory()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.directory("bin") + "/sidelong", withDestinationPath: SidelongBinary.path())
    for name in ["listens.tsv", "2023.tsv", "2024.tsv"] {
      try scratch.write(
        (0..<10).map { Listens.line(user: name, minute: $0) }.joined(), to: name)
    }
    try Command.shell("gzip -k \"$1\"", [scratch("listens.tsv")]).run().expectSuccess()
  }

  @Test("They work", arguments: ["analyze", "cache", "generate"])
  func examples(_ name: String) throws {
    let help = try Command.sidelong([name, "--help"]).run().text
    let examples = help.split(separator: "\n").filter { line in
      line.hasPrefix("  ") && line.contains("sidelong \(name) ")
    }
    #expect(examples.count >= 2)
    for example in examples {
      // As many rows as an example asks for would take long.
      let line = example.replacing(/--rows \d+/, with: "--rows 1000")
      var command = Command.shell("PATH=\"$1:$PATH\"; \(line)", [scratch("bin")])
      command.directory = scratch.path
      command.environment = [
        "XDG_STATE_HOME": scratch("state"), "XDG_CACHE_HOME": scratch("cache"),
      ]
      let outcome = try command.run()
      #expect(outcome.exitCode == 0, "\(line): \(outcome.messages)")
    }
  }
}

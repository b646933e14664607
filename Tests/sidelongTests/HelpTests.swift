import Foundation
import Testing

/// What the program tells of itself.
struct HelpTests {
  private static let commands = ["analyze", "generate", "sessions", "rank"]

  @Test(
    "Help shows an example of the command before its options",
    arguments: [
      ["--help"], ["-h"], [], ["help"], ["analyze", "--help"], ["analyze", "-h"],
      ["help", "analyze"], ["generate", "--help"], ["help", "generate"], ["sessions", "--help"],
      ["rank", "--help"],
    ])
  func help(_ arguments: [String]) throws {
    let outcome = try Command.sidelong(arguments).run()
    outcome.expectSuccess()
    #expect(outcome.messages == "")
    let command = arguments.first { !$0.hasPrefix("-") && $0 != "help" } ?? arguments.last
    let name = command.map { Self.commands.contains($0) ? $0 : "analyze" } ?? "analyze"
    let example = try #require(outcome.text.range(of: "\n  sidelong \(name) "))
    let options = try #require(outcome.text.range(of: "\nOPTIONS:\n"))
    #expect(example.lowerBound < options.lowerBound)
  }

  @Test(
    "Help of a command lists each option",
    arguments: [
      (
        "analyze",
        [
          "--output", "--gap", "--top-sessions", "--top-songs", "--rank-sessions-by", "--threads",
          "--format", "--quiet", "--memory", "--temp", "--cache", "--cache-limit", "--verify-cache",
          "--version", "--help", "<input>",
        ]
      ),
      (
        "generate",
        ["--rows", "--users", "--seed", "--faults", "--order", "--output", "--version", "--help"]
      ),
    ])
  func options(_ command: String, _ options: [String]) throws {
    let text = try Command.sidelong([command, "--help"]).run().text
    for option in options { #expect(text.contains(option)) }
  }

  @Test("The version is three numbers", arguments: [[], ["analyze"], ["generate"]])
  func version(_ command: [String]) throws {
    let outcome = try Command.sidelong(command + ["--version"]).run()
    outcome.expectSuccess()
    #expect(outcome.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test("There are completions for each shell", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let outcome = try Command.sidelong(["--generate-completion-script", shell]).run()
    outcome.expectSuccess()
    for word in ["analyze", "generate", "top-sessions"] { #expect(outcome.text.contains(word)) }
  }

  @Test("The completions for bash are a script that it can read")
  func completionsAreValid() throws {
    let outcome = try Command.sidelong(["--generate-completion-script", "bash"]).run()
    try #require(!outcome.text.isEmpty)
    let check = Command(program: "/bin/bash", arguments: ["-n", "-c", outcome.text])
    try check.run().expectSuccess()
  }
}

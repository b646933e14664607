import Foundation
import ListeningSessions
import Testing

@testable import Notifications

struct AlertCommandTests {
  private let message = AlertMessage(
    run: SampleRun.identity, status: .warning, score: 93.5, counts: SampleRun.counts(),
    reasons: ["reason"], anomalies: [])
  private let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  @Test func theCommandGetsTextAndFacts() async throws {
    let outcome = await run(
      #"{ echo "$SIDELONG_STATUS $SIDELONG_SCORE $SIDELONG_RUN_ID $OWN"; cat; } > "$FILE""#)
    #expect(outcome == .delivered(attempts: 1))
    #expect(
      try written()
        == "warning 93.50 0198d1c2-7b1e-7c3a-9f52-2f6d3a8f9b10 own\n" + message.plainText)
  }

  @Test func aCommandThatDoesNotReadDoesNotHurt() async {
    #expect(await run("exit 0") == .delivered(attempts: 1))
  }

  @Test(arguments: [
    ("exit 3", "the command ended with status 3"),
    ("no-such-command-at-all 2> /dev/null", "the command ended with status 127"),
    ("kill -9 $$", "the command was ended by signal 9"),
  ])
  func aBadEndIsAReason(command: String, reason: String) async {
    #expect(await run(command) == .givenUp(attempts: 1, reason: reason))
  }

  @Test(.timeLimit(.minutes(1)))
  func aCommandThatDoesNotEndIsKilledWithItsChildren() async throws {
    var outcome: DeliveryOutcome?
    let command = #"trap "" TERM; sleep 30 & echo $! > "$FILE"; wait"#
    let time = await ContinuousClock().measure {
      outcome = await run(command, timeLimit: .milliseconds(500))
    }
    #expect(outcome == .givenUp(attempts: 1, reason: "the command did not end in time"))
    #expect(time < .seconds(10))
    let child = try #require(Int(try written().trimmingCharacters(in: .newlines)))
    for _ in 0..<200 where isRunning(child) { try await Task.sleep(for: .milliseconds(10)) }
    #expect(!isRunning(child))
  }

  @Test func whatTheCommandLeavesRunningIsWaitedFor() async throws {
    let outcome = await run(#"{ sleep 1; echo late > "$FILE"; } & exit 0"#)
    #expect(outcome == .delivered(attempts: 1))
    #expect(try written() == "late\n")
  }

  private func run(
    _ command: String, timeLimit: Duration = .seconds(20)
  ) async -> DeliveryOutcome {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return await AlertCommand(
      command, timeLimit: timeLimit,
      environment: ["PATH": path, "FILE": file.path, "OWN": "own", "SIDELONG_SCORE": "old"]
    ).run(message)
  }

  private func written() throws -> String {
    defer { try? FileManager.default.removeItem(at: file) }
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  /// Whether the process is there and no zombie that nobody has waited for.
  private func isRunning(_ process: Int) -> Bool {
    let status = FileManager.default.contents(atPath: "/proc/\(process)/status") ?? Data()
    let lines = String(decoding: status, as: UTF8.self).split(separator: "\n")
    return lines.contains { $0.hasPrefix("State:") && !$0.contains("Z (zombie)") }
  }
}

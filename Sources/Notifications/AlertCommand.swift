public import Foundation
import ListeningSessions

/// Hands an alert to a command of the user's: the plain text on its standard input, the main facts
/// in its environment.
///
/// What the command prints goes to standard error, because standard output is for results.
public struct AlertCommand: Sendable {
  private let command: String
  private let timeLimit: Duration
  private let environment: [String: String]

  /// Prepares a command.
  ///
  /// - Parameters:
  ///   - command: is given to `/bin/sh -c`.
  ///   - timeLimit: after it the command is killed, with everything that it started.
  ///   - environment: the variables of the command, to which those of the alert are added.
  public init(
    _ command: String, timeLimit: Duration = .seconds(30),
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.command = command
    self.timeLimit = timeLimit
    self.environment = environment
  }

  /// Runs the command once and waits for its end, at most as long as the time limit.
  ///
  /// What the command leaves running in the background is waited for, and killed, like itself.
  public func run(_ message: AlertMessage) async -> DeliveryOutcome {
    guard let input = TemporaryFile(message.plainText.utf8)?.withoutName() else {
      return .givenUp(attempts: 1, reason: "cannot write the message to a temporary file")
    }
    let end = await ChildProcess(
      executable: "/bin/sh", arguments: ["-c", command],
      environment: environment.merging(AlertCommand.variables(message)) { $1 },
      input: input, output: .standardError
    ).run(within: timeLimit)
    return AlertCommand.outcome(of: end)
  }

  private static func variables(_ message: AlertMessage) -> [String: String] {
    [
      "SIDELONG_STATUS": message.status.rawValue, "SIDELONG_RUN_ID": message.run.id,
      "SIDELONG_SCORE": message.scoreText,
    ]
  }

  private static func outcome(of end: ChildProcess.End) -> DeliveryOutcome {
    let complaint =
      switch end {
      case .status(0): String?.none
      case .status(let status): "the command ended with status \(status)"
      case .signal(let signal): "the command was ended by signal \(signal)"
      case .outOfTime: "the command did not end in time"
      case .interrupted: "interrupted"
      case .notStarted: "cannot run /bin/sh"
      }
    return complaint.map { .givenUp(attempts: 1, reason: $0) } ?? .delivered(attempts: 1)
  }
}

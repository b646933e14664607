public import Foundation
import ListeningSessions

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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
    guard let input = AlertCommand.input(message.plainText) else {
      return .givenUp(attempts: 1, reason: "cannot write the message to a temporary file")
    }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.environment = environment.merging(AlertCommand.variables(message)) { $1 }
    process.standardInput = input
    process.standardOutput = FileHandle.standardError
    let (ends, end) = AsyncStream.makeStream(of: String?.self)
    process.terminationHandler = { end.yield(AlertCommand.complaint(about: $0)) }
    do { try process.run() } catch {
      return .givenUp(attempts: 1, reason: "cannot run /bin/sh")
    }
    let complaint = await firstEnd(of: ends) { kill(-process.processIdentifier, SIGKILL) }
    return complaint.map { .givenUp(attempts: 1, reason: $0) } ?? .delivered(attempts: 1)
  }

  /// What was wrong with the end of the command, or that it did not end.
  private func firstEnd(
    of ends: AsyncStream<String?>, kill: @escaping @Sendable () -> Int32
  ) async -> String? {
    await withTaskGroup(of: String?.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        for await end in ends { return end }
        return "interrupted"
      }
      group.addTask {
        try? await Task.sleep(for: timeLimit)
        if !Task.isCancelled { _ = kill() }
        return "the command did not end in time"
      }
      return await group.next() ?? nil
    }
  }

  private static func variables(_ message: AlertMessage) -> [String: String] {
    [
      "SIDELONG_STATUS": message.status.rawValue, "SIDELONG_RUN_ID": message.run.id,
      "SIDELONG_SCORE": message.scoreText,
    ]
  }

  private static func complaint(about process: Process) -> String? {
    switch (process.terminationReason, process.terminationStatus) {
    case (.exit, 0): nil
    case (.exit, let status): "the command ended with status \(status)"
    case (_, let signal): "the command was ended by signal \(signal)"
    }
  }

  /// The text as a file that is open but has no name any more.
  ///
  /// Unlike a pipe, it neither fills up nor breaks when the command does not read it.
  private static func input(_ text: String) -> FileHandle? {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "sidelong-alert-\(UUID().uuidString)")
    guard
      FileManager.default.createFile(
        atPath: file.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else { return nil }
    defer { try? FileManager.default.removeItem(at: file) }
    return FileHandle(forReadingAtPath: file.path)
  }
}

import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Another program that is run once and has so much time to end.
struct ChildProcess {
  /// How it ended.
  enum End: Hashable, Sendable {
    case status(Int32)
    case signal(Int32)
    case outOfTime
    case interrupted
    case notStarted
  }

  let executable: String
  let arguments: [String]
  var environment: [String: String]?
  let input: FileHandle
  let output: FileHandle

  /// Runs the program and waits for its end.
  ///
  /// - Parameter limit: after it the program is killed, with everything that it started; so it is
  ///   when the task is cancelled.
  /// - Returns: how it ended.
  func run(within limit: Duration) async -> End {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    if let environment { process.environment = environment }
    process.standardInput = input
    process.standardOutput = output
    let (ends, end) = AsyncStream.makeStream(of: End.self)
    process.terminationHandler = { end.yield(ChildProcess.end(of: $0)) }
    do { try process.run() } catch { return .notStarted }
    return await withTaskGroup(of: End.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        for await end in ends { return end }
        return .interrupted
      }
      group.addTask {
        try? await Task.sleep(for: limit)
        return Task.isCancelled ? .interrupted : .outOfTime
      }
      let end = await group.next() ?? .interrupted
      if [.outOfTime, .interrupted].contains(end) { _ = kill(-process.processIdentifier, SIGKILL) }
      return end
    }
  }

  private static func end(of process: Process) -> End {
    process.terminationReason == .exit
      ? .status(process.terminationStatus) : .signal(process.terminationStatus)
  }
}

#if Spark
  import Foundation

  /// A program that a test runs beside itself.
  final class Tool: Sendable {
    struct Failure: Error, CustomStringConvertible { let description: String }

    /// The project's folder: three levels up from this file's.
    static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    private let process: Process
    private let output: Pipe
    private let messages: Pipe

    init(
      _ program: String, _ arguments: [String], environment: [String: String] = [:],
      in directory: String = Tool.project
    ) throws {
      process = Process()
      output = Pipe()
      messages = Pipe()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      process.currentDirectoryURL = URL(fileURLWithPath: directory)
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = output
      process.standardError = messages
      try process.run()
    }

    deinit { if process.isRunning { process.terminate() } }

    var pid: Int32 { process.processIdentifier }

    /// The first line that it prints.
    func firstLine() throws -> String {
      var line: [UInt8] = []
      while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 {
        line.append(byte)
      }
      return String(decoding: line, as: UTF8.self)
    }

    /// Waits for its end.
    func end() async throws -> (status: Int32, output: String, messages: String) {
      let ends = [output, messages].map(\.fileHandleForReading)
      async let text = Self.text(ends[0])
      async let errors = Self.text(ends[1])
      let (printed, told) = try await (text, errors)
      process.waitUntilExit()
      return (process.terminationStatus, printed, told)
    }

    /// Runs a program that has to succeed.
    @discardableResult
    static func run(_ program: String, _ arguments: String...) async throws -> String {
      let outcome = try await Tool(program, arguments).end()
      guard outcome.status == 0 else {
        throw Failure(description: "\(program) \(arguments): \(outcome.messages)")
      }
      return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func text(_ handle: FileHandle) async throws -> String {
      try await Task.detached {
        String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
      }.value
    }
  }
#endif

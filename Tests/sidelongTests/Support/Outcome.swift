import Foundation
import Testing

/// How a process ended, and what it printed.
struct Outcome {
  /// As a shell gives it: 128 and the signal's number where a signal ended it.
  let exitCode: Int32
  /// Standard output.
  let output: Data
  /// Standard error.
  let messages: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// Checks for success, showing the messages if it was none.
  func expectSuccess(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(exitCode == 0, "\(messages)", sourceLocation: sourceLocation)
  }

  /// Checks for the right exit code, one line on standard error that says what happened and what
  /// to do, and nothing on standard output.
  ///
  /// - Parameters:
  ///   - code: the exit code.
  ///   - names: what the line must name.
  ///   - sourceLocation: the check in the test.
  func expectFailure(
    _ code: Int32, naming names: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(exitCode == code, "\(messages)", sourceLocation: sourceLocation)
    expectOneLine(naming: names, sourceLocation: sourceLocation)
    #expect(text == "", sourceLocation: sourceLocation)
  }

  /// Checks for one line on standard error: the program, what happened, and what to do.
  func expectOneLine(
    naming names: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let lines = messages.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.count == 2 && lines.last == "" && messages.hasPrefix("sidelong: "),
      "not one line from sidelong: \(messages.debugDescription)", sourceLocation: sourceLocation)
    let parts = messages.dropFirst("sidelong: ".count).split(separator: "; ")
    #expect(
      parts.count >= 2 && parts.allSatisfy { $0.contains(where: \.isLetter) },
      "not what happened; what to do: \(messages.debugDescription)",
      sourceLocation: sourceLocation)
    for name in names {
      #expect(messages.contains(name), "\(name) is not named", sourceLocation: sourceLocation)
    }
  }

  /// Checks for a usage error: 64 and a message in the argument parser's form that names the flag.
  func expectUsageError(
    naming flag: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(exitCode == 64, "\(messages)", sourceLocation: sourceLocation)
    let first = messages.prefix { $0 != "\n" }
    #expect(
      first.hasPrefix("Error: ") && first.contains(flag),
      "\(flag) is not named: \(messages)", sourceLocation: sourceLocation)
    #expect(messages.contains("\nUsage: sidelong "), sourceLocation: sourceLocation)
    #expect(text == "", sourceLocation: sourceLocation)
  }
}

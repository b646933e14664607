import Foundation

/// The built program that the tests run.
enum SidelongBinary {
  /// Path of the program; a program that is not there fails the test that asks for it.
  static func path() throws -> String {
    let candidates = named.map { [$0] } ?? [besideTests, inBuildDirectory].compactMap { $0 }
    guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
      throw NotFound(candidates: candidates)
    }
    return path
  }

  /// Whether it is known to be an optimised build, for which no input is too large to test.
  static var isOptimised: Bool {
    #if DEBUG
      named != nil
    #else
      true
    #endif
  }

  struct NotFound: Error, CustomStringConvertible {
    let candidates: [String]

    var description: String {
      "no program at \(candidates.joined(separator: " or ")): build it, or name it in "
        + "SIDELONG_BINARY"
    }
  }

  /// The one that the environment asks for, as a path that holds in every directory.
  private static var named: String? {
    ProcessInfo.processInfo.environment["SIDELONG_BINARY"].map {
      URL(fileURLWithPath: $0).standardizedFileURL.path
    }
  }

  /// The one of the same build as the tests, which on Linux are a program of their own.
  private static var besideTests: String? {
    let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return tests.map { path in
      URL(fileURLWithPath: path).deletingLastPathComponent().appending(path: "sidelong").path
    }
  }

  private static var inBuildDirectory: String? {
    var directory = URL(fileURLWithPath: #filePath)
    while directory.path != "/" {
      directory.deleteLastPathComponent()
      let build = directory.appending(path: ".build").path
      if FileManager.default.fileExists(atPath: build) { return "\(build)/debug/sidelong" }
    }
    return nil
  }
}

import Foundation

@testable import Notifications

/// A real HTTP server on 127.0.0.1 in another process, which ends with this value.
final class Receiver {
  struct Request: Decodable {
    let method: String
    let path: String
    /// Names in lower case.
    let headers: [String: String]
    let body: String
  }

  struct DidNotStart: Error {
    let output: String
  }

  private let process = Process()
  /// Its end is the receiver's end, also where this process is killed.
  private let input = Pipe()
  private let log: URL
  let port: Int

  /// Starts `Python/receiver.py`, which explains the modes.
  init(_ mode: String) throws {
    log = FileManager.default.temporaryDirectory
      .appending(path: "sidelong-receiver-\(UUID().uuidString)")
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", Checkout.python.appending(path: "receiver.py").path]
    process.arguments? += [mode, log.path]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var line = ""
    while !line.contains("\n") {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { break }
      line += String(decoding: data, as: UTF8.self)
    }
    guard let port = Int(line.trimmingCharacters(in: .newlines)) else {
      throw DidNotStart(output: line)
    }
    self.port = port
  }

  deinit {
    if process.isRunning { process.terminate() }
    try? FileManager.default.removeItem(at: log)
  }

  /// The address of `path` at the server; the path is the secret of a webhook.
  func endpoint(_ path: String = "/secret/T00/B00") throws -> Endpoint {
    try Endpoint("http://127.0.0.1:\(port)\(path)", from: "a test")
  }

  /// What has arrived so far.
  func requests() throws -> [Request] {
    guard let data = FileManager.default.contents(atPath: log.path) else { return [] }
    return try String(decoding: data, as: UTF8.self).split(separator: "\n").map { line in
      try JSONDecoder().decode(Request.self, from: Data(line.utf8))
    }
  }
}

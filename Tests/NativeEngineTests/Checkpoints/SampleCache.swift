import Foundation
import ListeningSessionsTestSupport

@testable import NativeEngine

/// A cache in a temporary directory, with what it reported.
final class SampleCache: Sendable {
  let directory: TemporaryDirectory
  let cache: CheckpointCache
  private let reports = SampleReports()

  init(limit: Int = .max) throws {
    let reports = reports
    directory = try TemporaryDirectory()
    cache = CheckpointCache(directory: directory.path, limit: limit) { reports.add($0) }
  }

  /// The lines that the cache reported.
  var reported: [String] { reports.lines }

  /// Publishes a checkpoint with one section of random bytes.
  @discardableResult
  func publish(_ key: CheckpointKey, byteCount: Int = 1000) throws -> [UInt8] {
    var generator = SeededGenerator(seed: UInt64(byteCount))
    let content = (0..<byteCount).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let writer = try SampleCache.require(cache.begin(key))
    try writer.append(section: "content", content)
    _ = try writer.publish()
    return content
  }

  /// Makes a checkpoint one that was used `seconds` after 1970.
  func setLastUse(of key: CheckpointKey, to seconds: Int) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: TimeInterval(seconds))],
      ofItemAtPath: cache.path(of: key.fileName))
  }

  static func require<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw CocoaError(.fileWriteUnknown) }
    return value
  }
}

import Synchronization

/// The lines that a cache reported, from any thread.
final class SampleReports: Sendable {
  private let all = Mutex<[String]>([])

  func add(_ line: String) { all.withLock { $0.append(line) } }

  var lines: [String] { all.withLock { $0 } }
}

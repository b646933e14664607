import Synchronization

/// Hands on warnings, each once: two stages meet the same unwritable directory.
final class Warnings: Sendable {
  private let given = Mutex<Set<String>>([])
  private let line: @Sendable (String) -> Void

  init(_ line: @escaping @Sendable (String) -> Void) {
    self.line = line
  }

  func report(_ warning: String) {
    if given.withLock({ $0.insert(warning).inserted }) { line(warning) }
  }
}

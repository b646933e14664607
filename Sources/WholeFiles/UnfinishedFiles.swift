import Synchronization
import SystemPackage

/// The files that this process has begun and not yet given their final names.
///
/// Kept apart from whoever writes them, so that an interrupt, which arrives on another thread, can
/// remove them; it waits while files are being published, so that all of a set appear or none.
public final class UnfinishedFiles: Sendable {
  private let partialPaths = Mutex<Set<String>>([])

  public init() {}

  /// Gives finished files their names, in place of earlier ones, without being interrupted.
  ///
  /// - Parameters:
  ///   - files: those that belong together.
  ///   - outdated: files that are not true any more beside them, and are removed.
  /// - Throws: `AnalysisError` if a name cannot be given.
  public func publish(_ files: [WholeFile], removing outdated: [String] = []) throws {
    for file in files { try file.finish() }
    try partialPaths.withLock { partialPaths in
      for file in files {
        try file.takeName()
        partialPaths.remove(file.partialPath)
      }
      for path in outdated { FileNames.remove(path) }
    }
  }

  /// Removes everything that was begun and not published.
  public func removeAll() {
    partialPaths.withLock { partialPaths in
      for path in partialPaths { FileNames.remove(path) }
      partialPaths = []
    }
  }

  /// Removes everything that was begun and ends the process before anything else is begun.
  public func removeAll(andEnd end: () -> Never) -> Never {
    partialPaths.withLock { partialPaths -> Never in
      for path in partialPaths { FileNames.remove(path) }
      end()
    }
  }

  /// Begins a file by `open`; an interrupt comes before that or after it, so it leaves nothing behind.
  func begin(_ path: String, _ open: () throws -> FileDescriptor) rethrows -> FileDescriptor {
    try partialPaths.withLock { partialPaths in
      let descriptor = try open()
      partialPaths.insert(path)
      return descriptor
    }
  }

  func remove(_ path: String) {
    partialPaths.withLock { partialPaths in
      if partialPaths.remove(path) != nil { FileNames.remove(path) }
    }
  }
}

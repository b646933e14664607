import ListeningSessions
import Synchronization

/// Does something to the inputs when the engine first tells of its progress, which is while it reads.
final class EditingProgress: ProgressSink {
  private let isDone = Mutex(false)
  private let edit: @Sendable () -> Void

  init(_ edit: @escaping @Sendable () -> Void) {
    self.edit = edit
  }

  func advance(_ stage: String, to fraction: Double) {
    isDone.withLock { isDone in
      if !isDone { edit() }
      isDone = true
    }
  }
}

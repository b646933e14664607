import Synchronization
import WholeFiles

/// Writes the parts of files one after the other, whoever makes them in which order.
///
/// Only parts that wait for an earlier one are in memory. Nobody waits: whoever makes the next part
/// writes it, and those behind it that are made.
final class PartsInOrder: Sendable {
  private let state: Mutex<State>

  /// - Parameter files: the file of each part.
  init(of files: [WholeFile]) {
    state = Mutex(State(files: files))
  }

  /// Takes a part.
  ///
  /// - Parameters:
  ///   - content: its bytes, or why there are none; nil if the file has nothing there.
  ///   - number: its place among all.
  func take(_ content: Result<[UInt8]?, any Error>, as number: Int) {
    guard state.withLock({ $0.take(content, as: number) }) else { return }
    while let (file, content) = state.withLock({ $0.next() }) {
      do {
        guard let bytes = try content.get() else { continue }
        try file.append(bytes)
        state.withLock { _ = $0.written.insert(ObjectIdentifier(file)) }
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
      }
    }
  }

  /// Tells which of the files have content, once all parts were taken.
  ///
  /// - Throws: the first error.
  func finish() throws -> Set<ObjectIdentifier> {
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.written
    }
  }

  private struct State: @unchecked Sendable {
    // Unchecked: guarded by the mutex, and a file is only used by whoever writes.
    let files: [WholeFile]
    private var waiting: [Int: Result<[UInt8]?, any Error>] = [:]
    private var first = 0
    private var isWriting = false
    var written: Set<ObjectIdentifier> = []
    var failure: (any Error)?

    init(files: [WholeFile]) {
      self.files = files
    }

    /// - Returns: whether the caller must write now.
    mutating func take(_ content: Result<[UInt8]?, any Error>, as number: Int) -> Bool {
      waiting[number] = content
      defer { isWriting = true }
      return !isWriting
    }

    /// The next part; nil when it is not there yet, and somebody else will write it.
    mutating func next() -> (WholeFile, Result<[UInt8]?, any Error>)? {
      guard let content = waiting.removeValue(forKey: first) else {
        isWriting = false
        return nil
      }
      defer { first += 1 }
      return (files[first], content)
    }
  }
}

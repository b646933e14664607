import Dispatch
import Synchronization

/// Runs one piece of work on several threads, each with state of its own, and gathers the states.
enum Workers {
  /// Calls `body` on `count` threads with numbers that together cover `0..<items` once.
  ///
  /// - Parameters:
  ///   - count: how many threads, at least 1.
  ///   - items: how many pieces of work; each thread asks for the next until none is left.
  ///   - body: one thread's whole work; `next` gives the number of the next piece or nil.
  /// - Returns: what the threads returned, in no order.
  /// - Throws: the first error; the other threads then get no further piece.
  static func run<State>(
    _ count: Int, items: Int, _ body: @Sendable (_ next: () -> Int?) throws -> State
  ) throws -> [State] {
    let cursor = Atomic(0)
    let gathered = Mutex(Gathered<State>())
    DispatchQueue.concurrentPerform(iterations: count) { _ in
      do {
        let state = try body {
          let item = cursor.add(1, ordering: .relaxed).oldValue
          return item < items ? item : nil
        }
        gathered.withLock { $0.states.append(state) }
      } catch {
        cursor.store(items, ordering: .relaxed)
        gathered.withLock { $0.error = $0.error ?? error }
      }
    }
    return try gathered.withLock { gathered in
      if let error = gathered.error { throw error }
      return gathered.states
    }
  }

  private struct Gathered<State>: @unchecked Sendable {
    // Unchecked: guarded by the mutex, and read only when all threads are done.
    var states: [State] = []
    var error: (any Error)?
  }
}

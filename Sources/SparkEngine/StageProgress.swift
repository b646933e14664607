import ListeningSessions
import Synchronization

/// Tells the progress of the stage at work, and how long each took.
final class StageProgress: Sendable {
  private struct State {
    var name = "connect"
    var stages: [Execution.Stage] = []
    var start = ContinuousClock.now
  }

  private let sink: any ProgressSink
  private let state = Mutex(State())

  init(_ sink: any ProgressSink) {
    self.sink = sink
  }

  /// The stages so far, the one at work among them; those of one name are one.
  var stages: [Execution.Stage] {
    state.withLock { state in
      Self.finish(&state)
      return state.stages
    }
  }

  /// Ends the stage at work and begins another.
  func begin(_ name: String) {
    state.withLock { state in
      Self.finish(&state)
      state.name = name
    }
    sink.advance(name, to: 0)
  }

  /// Tells the share of the stage at work that is done.
  func advance(to fraction: Double) {
    sink.advance(state.withLock { $0.name }, to: fraction)
  }

  private static func finish(_ state: inout State) {
    let now = ContinuousClock.now
    let passed = state.start.duration(to: now).components
    let seconds = Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
    if let index = state.stages.firstIndex(where: { [name = state.name] in $0.name == name }) {
      state.stages[index] = Execution.Stage(
        name: state.name, seconds: state.stages[index].seconds + seconds)
    } else {
      state.stages.append(Execution.Stage(name: state.name, seconds: seconds))
    }
    state.start = now
  }
}

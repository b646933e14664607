import Dispatch
import Synchronization
import WholeFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ends the process on Ctrl-C or a request to terminate, leaving no half-written file.
///
/// Work in this process is not asked: whatever it is doing, the files that it began are removed and the
/// process exits with 128 plus the signal's number. Work elsewhere is asked to stop and gets some time
/// for it; a second signal ends the process at once.
struct Interrupts {
  /// How long work elsewhere may take to stop.
  private static let patience = DispatchTimeInterval.seconds(40)

  private let sources: [any DispatchSourceSignal]
  private let received = Received()

  /// The first signal that has come, if one has.
  var signal: Int32? { received.signal.withLock { $0 } }

  /// Watches from now on, as long as the value lives.
  ///
  /// - Parameters:
  ///   - files: what to remove.
  ///   - first: stops work elsewhere, after which the run fails by itself.
  init(removing files: UnfinishedFiles, first: (@Sendable () async -> Void)? = nil) {
    let received = received
    sources = [SIGINT, SIGTERM].map { number in
      setAction(number, SIG_IGN)  // or the default action would come first
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue.global(qos: .userInteractive))
      source.setEventHandler {
        let isFirst = received.note(number)
        guard let first, isFirst else { return Self.exit(number, removing: files) }
        Task { await first() }
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) {
          Self.exit(number, removing: files)
        }
      }
      source.activate()
      return source
    }
  }

  /// Stops watching.
  func end() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { setAction(number, SIG_DFL) }
  }

  private static func exit(_ number: Int32, removing files: UnfinishedFiles) {
    files.removeAll {
      StandardError.write(
        "sidelong: interrupted; earlier results are untouched, run again for new ones")
      _exit(128 + number)
    }
  }

  /// Which signal came first.
  private final class Received: Sendable {
    let signal = Mutex<Int32?>(nil)

    /// Remembers a signal.
    ///
    /// - Parameter number: the signal.
    /// - Returns: whether it is the first.
    func note(_ number: Int32) -> Bool {
      signal.withLock { first in
        defer { first = first ?? number }
        return first == nil
      }
    }
  }
}

/// The system's `signal`, whose name is taken inside `Interrupts`.
private func setAction(_ number: Int32, _ action: sighandler_t?) {
  signal(number, action)
}

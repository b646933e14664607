import Dispatch
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
/// The work itself is not asked: whatever it is doing, the files that it began are removed and the
/// process exits with 128 plus the signal's number.
struct Interrupts {
  private let sources: [any DispatchSourceSignal]

  /// Watches from now on, as long as the value lives.
  init(removing files: UnfinishedFiles) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)  // or the default action would come first
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue.global(qos: .userInteractive))
      source.setEventHandler {
        files.removeAll {
          StandardError.write(
            "sidelong: interrupted; earlier results are untouched, run again for new ones")
          _exit(128 + number)
        }
      }
      source.activate()
      return source
    }
  }

  /// Stops watching.
  func end() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}

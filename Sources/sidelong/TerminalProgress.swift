import ListeningSessions
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One line on standard error that shows how far the work is, on a terminal only.
final class TerminalProgress: ProgressSink {
  private let isShown: Bool
  private let lastPercent = Mutex(-1)

  init(isQuiet: Bool) {
    isShown = !isQuiet && isatty(STDERR_FILENO) == 1
  }

  func advance(_ stage: String, to fraction: Double) {
    guard isShown else { return }
    lastPercent.withLock { last in
      let percent = Int(fraction * 100)
      guard percent > last else { return }
      last = percent
      StandardError.writeRaw("\r\(stage) \(percent) %")
    }
  }

  /// Clears the line.
  func end() {
    if isShown { StandardError.writeRaw("\r\u{1B}[K") }
  }
}

import ListeningSessions

/// The listens of one user in the columns of a file, of whom a window is in memory.
///
/// For users whose listens do not fit there. Rules walk over the listens from end to end and look at
/// neighbours, so a window that moves with them is read few times.
@safe final class WindowedHistory: ListenHistory {
  /// Reads some of the user's listens into two columns.
  typealias Fetch = (
    Range<Int>, UnsafeMutableBufferPointer<UInt32>, UnsafeMutableBufferPointer<UInt64>
  ) throws -> Void

  static let windowCount = 1 << 18

  let userID: Text
  let listenCount: Int
  let duplicates: Duplicates
  /// Why a window could not be read; what was answered since then means nothing.
  private(set) var failure: (any Error)?
  private let fetch: Fetch
  private let pages = PageBuffer(byteCount: windowCount * 12)
  private var window = 0..<0

  init(
    _ userID: Text, count: Int, duplicates: Duplicates, fetch: @escaping Fetch
  ) {
    self.userID = userID
    listenCount = count
    self.duplicates = duplicates
    unsafe self.fetch = fetch
  }

  func listenedAt(_ listen: Int) -> Instant {
    let place = place(of: listen)
    return Instant(secondsSinceEpoch: unsafe seconds[place])
  }

  func position(_ listen: Int) -> Int { record(listen).position }

  func hasError(_ listen: Int) -> Bool { record(listen).hasError }

  private func record(_ listen: Int) -> ListenRecord {
    let place = place(of: listen)
    return unsafe ListenRecord(seconds: seconds[place], row: rows[place])
  }

  private func place(of listen: Int) -> Int {
    if !window.contains(listen) { load(around: listen) }
    return listen - window.lowerBound
  }

  /// Most of the window lies where the walk is going, which is forward but for one rule.
  private func load(around listen: Int) {
    let isBehind = listen < window.lowerBound
    let before = Self.windowCount / 8 * (isBehind ? 7 : 1)
    let start = max(0, min(listen - before, listenCount - Self.windowCount))
    window = start..<min(start + Self.windowCount, listenCount)
    do {
      try unsafe fetch(
        window, UnsafeMutableBufferPointer(start: seconds, count: window.count),
        UnsafeMutableBufferPointer(start: rows, count: window.count))
    } catch {
      failure = failure ?? error
    }
  }

  private var rows: UnsafeMutablePointer<UInt64> {
    unsafe pages.start.assumingMemoryBound(to: UInt64.self)
  }

  private var seconds: UnsafeMutablePointer<UInt32> {
    let start = unsafe pages.start + Self.windowCount * ListenFile.rowSize
    return unsafe start.assumingMemoryBound(to: UInt32.self)
  }
}

import ListeningSessions

/// One user's listens in time order, as cutting them into sessions sees them.
protocol TimedListens {
  var listenCount: Int { get }
  /// Rows that equal an earlier one.
  var duplicateCount: Int { get }

  /// Start of a listen; ascending.
  func listenedAt(_ listen: Int) -> Instant
  /// Some of the listens, if they are kept nowhere else.
  func rows(of listens: Range<Int>) -> [ListenRecord]?
}

extension TimedListens {
  func rows(of listens: Range<Int>) -> [ListenRecord]? { nil }
}

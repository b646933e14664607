import ListeningSessions

/// A session as it is kept: when, and how many listens.
///
/// A user's sessions follow one another, so where its listens stand follows from those before it.
struct SessionSpan: Hashable, Sendable {
  let start: Instant
  let end: Instant
  let trackCount: Int
}

/// All sessions of one user, in time order.
typealias SessionSpans = [SessionSpan]

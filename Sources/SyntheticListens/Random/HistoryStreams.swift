/// The streams of random numbers that a history's seed is split into, so that none meets another.
enum HistoryStreams {
  /// Which user has how many rows.
  static func users(_ seed: UInt64) -> SplitMix64 { SplitMix64(seed: seed, stream: 1 << 40) }

  /// Which row belongs to which slice of a shuffled history.
  static func slices(_ seed: UInt64) -> SplitMix64 { SplitMix64(seed: seed, stream: 2 << 40) }

  /// The order of the rows of one slice.
  static func shuffle(_ seed: UInt64, slice: Int) -> SplitMix64 {
    SplitMix64(seed: seed, stream: 3 << 40 | UInt64(slice))
  }

  /// What a user, counted from 1, listens to.
  static func listens(_ seed: UInt64, user: Int) -> SplitMix64 {
    SplitMix64(seed: seed, stream: 4 << 40 | UInt64(user))
  }

  /// Which of a user's rows are faulty, and how.
  static func faults(_ seed: UInt64, user: Int) -> SplitMix64 {
    SplitMix64(seed: seed, stream: 5 << 40 | UInt64(user))
  }
}

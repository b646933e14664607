import ListeningSessions

/// The times at which one user of a random history listens.
struct RandomClock {
  private let gap: Int
  private var second: Int

  private static let latest = Int(Instant.latest.secondsSinceEpoch)

  init(gap: SessionGap, using generator: inout SeededGenerator) {
    self.gap = gap.seconds
    // Now and then the ends of the accepted range; mostly the years of Last.fm-1K.
    second = generator.pick([
      0, Self.latest - 3 * gap.seconds, 1_135_900_000, 1_135_900_000, 1_135_900_000, 1_135_900_000,
    ])
    second += Int.random(in: 0..<gap.seconds, using: &generator)
  }

  /// The next listen's second: pauses of exactly the gap, and just around it, are frequent.
  mutating func next(using generator: inout SeededGenerator) -> Int {
    let pauses = [
      0, 1, gap - 1, gap, gap, gap + 1, gap + 1, 2 * gap, 86_400,
      Int.random(in: 1...gap, using: &generator), Int.random(in: 1...gap, using: &generator),
    ]
    second = min(second + generator.pick(pauses), Self.latest)
    return second
  }
}

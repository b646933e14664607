import ListeningSessions

/// The drawn proportions of a random history.
struct RandomShape {
  let users: Int
  let listens: Int
  let gap: SessionGap
  /// Different songs; few make ties.
  let songs: Int
  let duplicateShare: Double
  let faultShare: Double
  let blankLineShare: Double
  let files: Int

  init(using generator: inout SeededGenerator) {
    users = generator.pick([1, 2, 3, 8, 40])
    listens = generator.pick([0, 1, 2, 20, 100, 250])
    gap = SessionGap(seconds: generator.pick([1, 60, 1200, 1200, 5400]))
    songs = generator.pick([1, 4, 30, 300])
    duplicateShare = generator.pick([0, 0.05, 0.3])
    faultShare = generator.pick([0, 0.02, 0.2, 0.6])
    blankLineShare = generator.pick([0, 0.05])
    files = generator.pick([1, 1, 2, 4])
  }
}

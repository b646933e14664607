import ListeningSessions

/// Draws the rows of a random history: every user's listens, copies of some, and faulty rows.
enum RandomRows {
  static func draw(_ shape: RandomShape, using generator: inout SeededGenerator) -> [RandomRow] {
    var clocks = (0..<shape.users).map { _ in RandomClock(gap: shape.gap, using: &generator) }
    let catalogue = RandomCatalogue(songs: shape.songs, using: &generator)
    var rows: [RandomRow] = []
    var plays: [RandomPlay] = []
    for _ in 0..<shape.listens {
      // Low numbers come up more often, so that some users have long sessions and others one listen.
      let user = min(
        Int.random(in: 0..<shape.users, using: &generator),
        Int.random(in: 0..<shape.users, using: &generator))
      let play = RandomPlay(
        user: user, second: clocks[user].next(using: &generator),
        song: catalogue.song(using: &generator))
      plays.append(play)
      rows.append(play.row(using: &generator))
      if generator.chance(shape.duplicateShare) {
        rows.append(generator.pick(plays).row(using: &generator))
      }
      if generator.chance(shape.faultShare) {
        rows.append(RandomFault.row(like: play, using: &generator))
      }
    }
    return rows
  }
}

/// How many rows each user has: a few have very many, most have few.
///
/// With x the natural logarithm of users over rank, the user of that rank weighs x + x²/10. For
/// 992 users and 19,150,868 rows, that makes the first one's 1 % of the rows and gives thirteen
/// users more than 100,000, as in Last.fm-1K.
struct ListensPerUser {
  /// By user, the first one at index 0; they add up to the rows asked for.
  let counts: [Int]

  init(rows: Int, users: Int, seed: UInt64) {
    let weights = (1...users).map { ListensPerUser.weight(rank: $0, of: users) }
    // One for everybody, if there is enough; the rest by weight.
    let everybody = rows >= users ? 1 : 0
    let total = UInt128(weights.reduce(0, +))
    let rest = UInt128(rows - everybody * users)
    var sumOfWeights: UInt128 = 0
    var given: UInt128 = 0
    var counts: [Int] = []
    counts.reserveCapacity(users)
    for weight in weights {
      // Rounding the sums rather than the shares makes them add up.
      sumOfWeights += UInt128(weight)
      let due = rest * sumOfWeights / total
      counts.append(everybody + Int(due - given))
      given = due
    }
    self.counts = ListensPerUser.shuffled(counts, seed: seed)
  }

  private static func weight(rank: Int, of users: Int) -> Int {
    // Binary logarithms, with 16 digits after the point: ln x = 0.693147 lb x, and 0.1 times that
    // is 4543 / 65,536. One more, so that nobody's weight is nothing.
    let logarithm = BinaryLogarithm.of(users) - BinaryLogarithm.of(rank)
    let square = (logarithm * logarithm) >> BinaryLogarithm.fractionBits
    return logarithm + (square * 4543) >> BinaryLogarithm.fractionBits + 1
  }

  private static func shuffled(_ counts: [Int], seed: UInt64) -> [Int] {
    var random = HistoryStreams.users(seed)
    var shuffled = counts
    for index in shuffled.indices.reversed() {
      shuffled.swapAt(index, random.below(index + 1))
    }
    return shuffled
  }
}

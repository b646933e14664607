/// The users of all workers in the order of their ids, and how many rows each has.
struct UserDirectory: Sendable {
  /// Ids by their bytes, ascending; a user's index here is its number from now on.
  let ids: [[UInt8]]
  /// For each user and each worker the worker's own number of the user, or -1.
  private let numbers: [Int32]
  private let workerCount: Int

  init(merging parts: [ScannedPart]) {
    var merged = StringDictionary()
    var merging: [[Int]] = []
    for part in parts {
      let count = part.scanner.users.count
      var users: [Int] = []
      users.reserveCapacity(count)
      for user in 0..<count {
        users.append(merged.number(of: part.scanner.users.string(user).span))
      }
      merging.append(users)
    }
    let ids = (0..<merged.count).map { Array(merged.string($0)) }
    let order = ids.indices.sorted { ids[$0].lexicographicallyPrecedes(ids[$1]) }
    var rank = Array(repeating: 0, count: ids.count)
    for (index, user) in order.enumerated() { rank[user] = index }
    var numbers = Array(repeating: Int32(-1), count: ids.count * parts.count)
    for (worker, users) in merging.enumerated() {
      for (number, user) in users.enumerated() {
        numbers[rank[user] * parts.count + worker] = Int32(number)
      }
    }
    self.numbers = numbers
    self.ids = order.map { ids[$0] }
    workerCount = parts.count
  }

  /// The number that `worker` gave to `user`, nil when it saw none of the user's rows.
  func number(of user: Int, in worker: Int) -> Int? {
    let number = numbers[user * workerCount + worker]
    return number >= 0 ? Int(number) : nil
  }
}

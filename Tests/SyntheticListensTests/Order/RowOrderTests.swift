import Testing

@testable import SyntheticListens

struct RowOrderTests {
  private let shape = HistoryShape(rows: 20_000, users: 40, seed: 5, faultRate: 0.05)

  private func rows(_ users: HistoryUsers) -> [SyntheticRow] {
    var rows: [SyntheticRow] = []
    users.forEachRow { rows.append($0) }
    return rows
  }

  @Test("By time means that no row is older than the one before", arguments: [500, 3000, 1 << 21])
  func byTime(sliceRows: Int) throws {
    let users = try HistoryUsers(shape)
    var byTime: [SyntheticRow] = []
    TimeOrder.forEachRow(of: users, sliceRows: sliceRows) { byTime.append($0) }
    #expect(zip(byTime, byTime.dropFirst()).allSatisfy { $0.second <= $1.second })
    #expect(byTime.sorted() == rows(users).sorted())
  }

  @Test("How the rows are sliced does not matter to their order by time")
  func slicesByTime() throws {
    let users = try HistoryUsers(shape)
    let orders = [500, 4000, 1 << 21].map { sliceRows in
      var byTime: [SyntheticRow] = []
      TimeOrder.forEachRow(of: users, sliceRows: sliceRows) { byTime.append($0) }
      return byTime
    }
    #expect(orders[0] == orders[1])
    #expect(orders[0] == orders[2])
  }

  @Test("At random means the same rows, scattered", arguments: [500, 3000, 1 << 21])
  func atRandom(sliceRows: Int) throws {
    let users = try HistoryUsers(shape)
    let all = rows(users)
    var shuffled: [SyntheticRow] = []
    RandomOrder.forEachRow(of: users, rows: shape.rows, seed: shape.seed, sliceRows: sliceRows) {
      shuffled.append($0)
    }
    #expect(shuffled.sorted() == all.sorted())
    // In a shuffle, half of the neighbours rise; sorted by user or by time, nearly all or none do.
    let rising = zip(shuffled, shuffled.dropFirst()).count { $0.second < $1.second }
    #expect((9_500...10_500).contains(rising))
    let sameUser = zip(shuffled, shuffled.dropFirst()).count { $0.user == $1.user }
    #expect(sameUser < 2_000)
  }
}

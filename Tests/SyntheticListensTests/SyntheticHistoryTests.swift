import SyntheticListens
import Testing

struct SyntheticHistoryTests {
  @Test(
    "The bytes never change: histories made elsewhere and earlier can be compared with",
    arguments: zip(
      RowOrder.allCases,
      [UInt64(0x91C7_526C_5DC5_E883), 0xE228_C108_BCF0_265B, 0xFA0E_3A38_2954_7E3B]))
  func golden(order: RowOrder, checksum: UInt64) throws {
    let shape = HistoryShape(rows: 5000, users: 20, seed: 2024, faultRate: 0.05, order: order)
    #expect(try WrittenHistory(shape).checksum == checksum)
  }

  @Test("Equal shapes give equal bytes, another seed other ones", arguments: RowOrder.allCases)
  func deterministic(order: RowOrder) throws {
    let one = try WrittenHistory(HistoryShape(rows: 3000, seed: 1, order: order))
    let same = try WrittenHistory(HistoryShape(rows: 3000, seed: 1, order: order))
    let other = try WrittenHistory(HistoryShape(rows: 3000, seed: 2, order: order))
    #expect(one.bytes == same.bytes)
    #expect(one.bytes != other.bytes)
  }

  @Test("Every order has the same lines", arguments: [0, 0.1])
  func sameLines(rate: Double) throws {
    let histories = try RowOrder.allCases.map {
      try WrittenHistory(HistoryShape(rows: 8000, users: 30, seed: 6, faultRate: rate, order: $0))
    }
    let lines = histories[0].sortedLines
    for history in histories.dropFirst() {
      #expect(history.sortedLines == lines)
      #expect(history.truth == histories[0].truth)
      #expect(history.bytes != histories[0].bytes)
    }
  }

  @Test("By user means in the order of ids, and newest first inside a user")
  func byUser() throws {
    let rows = try WrittenHistory(HistoryShape(rows: 10_000, users: 100, seed: 7)).lines
      .map { PlainRow(line: $0) }
    let users = rows.map { String(decoding: $0.fields[0], as: UTF8.self) }
    #expect(Set(users).count == 100)
    #expect(users == users.sorted())
    let times = rows.map { PlainTimestamp.unixSeconds(Array($0.fields[1])) ?? 0 }
    for index in rows.indices.dropFirst() where users[index] == users[index - 1] {
      #expect(times[index] <= times[index - 1])
    }
  }

  @Test("By time means oldest first, over all users")
  func byTime() throws {
    let shape = HistoryShape(rows: 10_000, users: 100, seed: 8, order: .time)
    let times = try WrittenHistory(shape).lines.map {
      PlainTimestamp.unixSeconds(Array(PlainRow(line: $0).fields[1])) ?? 0
    }
    #expect(times == times.sorted())
  }
}

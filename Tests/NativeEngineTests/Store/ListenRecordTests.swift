import Testing

@testable import NativeEngine

struct ListenRecordTests {
  @Test func takesTwelveBytes() {
    #expect(MemoryLayout<ListenRecord>.stride == 12)
  }

  @Test(arguments: [0, 1, 1 << 31, 1 << 32, 1 << 40, (1 << 41) - 1] as [UInt64])
  func keepsThePositionWhateverTheHash(position: UInt64) {
    for hash in [UInt64(0), 1, .max] {
      let record = ListenRecord(seconds: .max, position: position, nameHash: hash)
      #expect(record.position == Int(position))
      #expect(record.seconds == .max)
      #expect(!record.hasError)
    }
  }

  @Test func keepsAnErrorBesideThePositionAndTheHash() {
    let record = ListenRecord(
      seconds: 1, position: (1 << 41) - 1, nameHash: .max, hasError: true)
    let good = ListenRecord(seconds: 1, position: (1 << 41) - 1, nameHash: .max)
    #expect(record.hasError)
    #expect(record.position == good.position)
    #expect(record.mayEqual(good))
  }

  @Test func equalNamesMayBeEqualWhereverTheyStand() {
    let first = ListenRecord(seconds: 1, position: 1, nameHash: 77)
    let second = ListenRecord(seconds: 2, position: 1 << 40, nameHash: 77)
    #expect(first.mayEqual(second))
    #expect(ListenRecord.precedesInSecond(first, second))
  }

  @Test func differentHashesCannotBeEqual() {
    let first = ListenRecord(seconds: 1, position: 9, nameHash: 0b01)
    let second = ListenRecord(seconds: 1, position: 9, nameHash: 0b10)
    #expect(!first.mayEqual(second))
    #expect(ListenRecord.precedesInSecond(first, second))
  }
}

import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct StoredListenTests {
  private static let before = (seconds: UInt32(1_200_000_000), position: 1 << 33)

  @Test(arguments: [
    (1, 0, 5), (118, 180, 5), (118, -180, 5), (2047, 8191, 5), (2047, -8192, 5), (2048, 0, 9),
    (118, 8192, 9), (118, -8193, 9), (1 << 17, 60, 9), ((1 << 25) - 1, -86_400, 9),
    (1 << 25, 60, 16), (0, 60, 16), (-1, 60, 16), (1 << 39, 60, 16),
  ])
  func aListenIsGivenBackFromAsFewBytesAsItNeeds(step: Int, delta: Int, bytes: Int) {
    for hasError in [false, true] {
      for hash in [UInt64(0), 1, 0xFFF] {
        let record = ListenRecord(
          seconds: UInt32(Int(Self.before.seconds) + delta),
          position: UInt64(Self.before.position + step), nameHash: hash, hasError: hasError)
        expect(record, bytes)
      }
    }
  }

  @Test(arguments: [UInt32(0), 1, 0x7FFF_FFFF, 0x8000_0000, .max])
  func everySecondIsGivenBack(seconds: UInt32) {
    let position = UInt64(Self.before.position + 118)
    expect(ListenRecord(seconds: seconds, position: position, nameHash: 7), 9)
  }

  @Test(arguments: UInt64(0)..<20)
  func anyListenIsGivenBack(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let record = ListenRecord(
        seconds: .random(in: 0 ... .max, using: &generator),
        position: .random(in: 0..<UInt64(ListenRecord.positionLimit), using: &generator),
        nameHash: generator.next(), hasError: .random(using: &generator))
      expect(record, nil, "seed \(seed)")
    }
  }

  private func expect(_ record: ListenRecord, _ bytes: Int?, _ comment: Comment? = nil) {
    let (back, written, read) = StoredListen.roundTrip(
      record, after: Self.before.seconds, Self.before.position)
    #expect(back.seconds == record.seconds, comment)
    #expect(back.row == record.row, comment)
    #expect(written == read && written == bytes ?? written, comment)
  }
}

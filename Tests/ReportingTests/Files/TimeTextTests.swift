import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import Reporting

struct TimeTextTests {
  @Test(arguments: UInt64(0)..<10)
  func isTheTextOfEachInstantWhateverCameBefore(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var time = TimeText()
    for _ in 0..<500 {
      let day = generator.pick([0, 1, 12_000, 49_672] as [UInt32])
      let second = generator.pick(
        [0, 59, 60, 3599, 3600, 86_399, UInt32.random(in: 0..<86_400, using: &generator)])
      let instant = Instant(secondsSinceEpoch: day * 86_400 + second)
      time.set(instant)
      #expect(time.bytes == instant.utf8, "seed \(seed)")
    }
  }
}

import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct TimeSlicesTests {
  @Test(arguments: UInt64(0)..<5, [1, 7, 100, 10_000])
  func slicesFollowOneAnotherAndHoldAll(seed: UInt64, limit: Int) {
    var generator = SeededGenerator(seed: seed)
    let seconds = (0..<1000).map { _ in UInt32.random(in: 0...4_291_747_199, using: &generator) }
    let slices = TimeSlices.of(seconds, limit: limit)
    for (left, right) in zip(slices, slices.dropFirst()) {
      #expect(left.seconds.upperBound < right.seconds.lowerBound, "seed \(seed)")
    }
    for slice in slices {
      let held = seconds.count { slice.seconds.contains($0) }
      #expect(held == slice.count, "seed \(seed)")
      let stretches = Set(
        seconds.filter { slice.seconds.contains($0) }.map { $0 >> 12 })
      #expect(held <= limit || stretches.count == 1, "seed \(seed)")
    }
    #expect(slices.reduce(0) { $0 + $1.count } == seconds.count)
  }

  @Test func nothingHasNoSlices() {
    #expect(TimeSlices.of([], limit: 10).isEmpty)
  }

  @Test func theLastSecondsAreInTheLastSlice() {
    let slices = TimeSlices.of([0, .max], limit: 1)
    #expect(slices.map(\.count) == [1, 1])
    #expect(slices.last?.seconds.upperBound == .max)
  }
}

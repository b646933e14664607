import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct RowSamplingTests {
  @Test func ofASmallInputEveryRowIsCounted() {
    let sampling = RowSampling(byteCount: RowSampling.wholeBytes)
    #expect(sampling.every == 1)
    #expect((0..<1000).allSatisfy { sampling.takes($0 * 115) })
  }

  @Test(arguments: [
    (RowSampling.wholeBytes + 1, 1), (RowSampling.wholeBytes * 2 + 1, 2), (2_200_000_000, 256),
  ])
  func ofALargeInputAPowerOfTwoIsLeftOut(byteCount: Int, least: Int) {
    let every = RowSampling(byteCount: byteCount).every
    #expect(every >= least && every.nonzeroBitCount == 1)
    #expect(byteCount / every <= RowSampling.wholeBytes)
  }

  @Test(arguments: [2_200_000_000, 1 << 43], UInt64(0)..<4)
  func oneRowOfSoManyIsTaken(byteCount: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let sampling = RowSampling(byteCount: byteCount)
    let wanted = 2000
    var position = Int.random(in: 0..<byteCount / 2, using: &generator)
    var taken = 0
    for _ in 0..<min(wanted * sampling.every, 4_000_000) {
      if sampling.takes(position) { taken += 1 }
      position += Int.random(in: 60...170, using: &generator)
    }
    let expected = Double(min(wanted * sampling.every, 4_000_000)) / Double(sampling.every)
    #expect(abs(Double(taken) - expected) <= 5 * expected.squareRoot() + 5, "seed \(seed)")
  }
}

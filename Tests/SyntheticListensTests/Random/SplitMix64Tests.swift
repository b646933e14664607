import Testing

@testable import SyntheticListens

struct SplitMix64Tests {
  @Test("The sequence is the published one")
  func publishedSequence() {
    var random = SplitMix64(seed: 1_234_567)
    let sequence = (0..<5).map { _ in random.next() }
    #expect(
      sequence == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test("Bounded numbers stay below the bound and reach every value", arguments: [1, 2, 7, 100])
  func bounded(bound: Int) {
    var random = SplitMix64(seed: 1)
    let draws = (0..<bound * 100).map { _ in random.below(bound) }
    #expect(Set(draws) == Set(0..<bound))
  }

  @Test("A skewed draw is a quarter of its bound on average")
  func skewed() {
    var random = SplitMix64(seed: 2)
    let draws = (0..<100_000).map { _ in random.skewedBelow(1000) }
    #expect(draws.allSatisfy { (0..<1000).contains($0) })
    #expect((245...255).contains(draws.reduce(0, +) / draws.count))
  }

  @Test("The streams of a seed differ from each other and from those of another seed")
  func streams() {
    var streams: [SplitMix64] = []
    for seed: UInt64 in [1, 2] {
      streams += [HistoryStreams.users(seed), HistoryStreams.slices(seed)]
      for number in 0...3 {
        streams += [
          HistoryStreams.shuffle(seed, slice: number), HistoryStreams.listens(seed, user: number),
          HistoryStreams.faults(seed, user: number),
        ]
      }
    }
    var firsts: Set<UInt64> = []
    for var stream in streams { firsts.insert(stream.next()) }
    #expect(firsts.count == streams.count)
  }
}

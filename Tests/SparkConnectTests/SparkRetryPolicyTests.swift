#if Spark
  import Testing

  @testable import SparkConnect

  struct SparkRetryPolicyTests {
    @Test func pausesGrowUpToTheLongest() {
      var policy = SparkRetryPolicy()
      policy.chance = { 1 }
      policy.attempts = 6
      policy.growth = 4
      policy.longestPause = .seconds(2)
      let pauses = (1...6).map { policy.pause(after: $0) }
      #expect(
        pauses == [
          .milliseconds(100), .milliseconds(400), .milliseconds(1600), .seconds(2), .seconds(2),
          nil,
        ])
    }

    @Test(arguments: [(0.0, 50), (0.5, 75), (1.0, 100)])
    func halfOfAPauseIsLeftToChance(chance: Double, milliseconds: Int) {
      var policy = SparkRetryPolicy()
      policy.chance = { chance }
      #expect(policy.pause(after: 1) == .milliseconds(milliseconds))
    }

    @Test func chanceDiffers() {
      let policy = SparkRetryPolicy()
      #expect(Set((0..<20).map { _ in policy.pause(after: 3) }).count > 1)
    }

    @Test func allPausesTogetherAreNotLong() {
      var policy = SparkRetryPolicy()
      policy.chance = { 1 }
      let total = (1..<policy.attempts).compactMap { policy.pause(after: $0) }.reduce(.zero, +)
      #expect(total > .seconds(5) && total < .seconds(20), "\(total)")
      #expect(policy.pause(after: policy.attempts) == nil)
    }
  }
#endif

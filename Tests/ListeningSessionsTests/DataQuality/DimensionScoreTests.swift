import ListeningSessions
import Testing

struct DimensionScoreTests {
  @Test func sumsTheUnitsOfItsRules() throws {
    var sample = SampleFindings()
    sample.found.tallies["uniqueness_duplicates"] = RuleTally(units: 300, failed: 30)
    sample.found.tallies["uniqueness_same_second"] = RuleTally(units: 100, failed: 70)
    let score = try score(.uniqueness, of: sample)
    #expect(score.units == 400 && score.passed == 300 && score.score == 75)
  }

  @Test func rulesForInformationDoNotCount() throws {
    var sample = SampleFindings()
    sample.found.tallies["consistency_newest_first"] = RuleTally(units: 100, failed: 100)
    let score = try score(.consistency, of: sample)
    #expect(score.units == 2000 && score.score == 100)
  }

  @Test func otherDimensionsDoNotCount() throws {
    var sample = SampleFindings()
    sample.found.tallies["validity_mbid"] = RuleTally(units: 100, failed: 100)
    #expect(try score(.completeness, of: sample).score == 100)
    #expect(try score(.validity, of: sample).score < 100)
  }

  @Test func withNothingToJudgeItIsFull() throws {
    var sample = SampleFindings()
    sample.found.tallies = sample.found.tallies.mapValues { _ in RuleTally() }
    for dimension in QualityDimension.allCases {
      let score = try score(dimension, of: sample)
      #expect(score.units == 0 && score.passed == 0 && score.score == 100)
    }
  }

  private func score(
    _ dimension: QualityDimension, of sample: SampleFindings
  ) throws -> DimensionScore {
    try #require(sample.report().dimensions.first { $0.dimension == dimension })
  }
}

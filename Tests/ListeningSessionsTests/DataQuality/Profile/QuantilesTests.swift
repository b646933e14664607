import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct QuantilesTests {
  @Test func ofNothingThereAreNone() {
    #expect(Quantiles(of: []) == nil)
  }

  @Test func oneValueIsAllOfThem() throws {
    let quantiles = try #require(Quantiles(of: [7]))
    #expect(figures(of: quantiles) == [7, 7, 7, 7, 7, 7] && quantiles.mean == 7)
  }

  @Test func ofAHundredValuesEachIsItsPercentile() throws {
    let quantiles = try #require(Quantiles(of: (1...100).reversed()))
    #expect(figures(of: quantiles) == [1, 25, 50, 75, 90, 100] && quantiles.mean == 50.5)
  }

  @Test(arguments: UInt64(0)..<50)
  func eachIsTheSmallestValueThatItsShareDoesNotExceed(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
      Int.random(in: 0...30, using: &generator)
    }
    let quantiles = try #require(Quantiles(of: values))
    let expected = [25, 50, 75, 90].map { percent in
      values.sorted().first { value in
        values.count { $0 <= value } * 100 >= percent * values.count
      }
    }
    #expect(Array(figures(of: quantiles)[1...4]) == expected, "seed \(seed)")
    #expect(quantiles.least == values.min() && quantiles.greatest == values.max())
  }

  private func figures(of quantiles: Quantiles) -> [Int] {
    [
      quantiles.least, quantiles.quarter, quantiles.median, quantiles.threeQuarters,
      quantiles.ninetieth, quantiles.greatest,
    ]
  }
}

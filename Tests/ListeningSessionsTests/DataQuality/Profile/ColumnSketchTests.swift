import Testing

@testable import ListeningSessions

struct ColumnSketchTests {
  @Test func countsValuesAndBlanks() {
    var sketch = ColumnSketch()
    sketch.count(length: 5, times: 3)
    sketch.countBlank(length: 1, times: 2)
    #expect(sketch.rows == 5 && sketch.blank == 2)
    #expect(sketch.lengths.sum == 17 && sketch.lengths.least == 1)
  }

  @Test func noTimesIsNothing() {
    var sketch = ColumnSketch()
    sketch.count(length: 0, times: 0)
    sketch.countBlank(length: 9, times: 0)
    #expect(sketch == ColumnSketch())
  }

  @Test func learnsEachValueOnceAndSamplesTheFrequent() {
    var sketch = ColumnSketch()
    for _ in 0..<3 { sketch.learn(hash: 1 << 60) }
    sketch.sample(hash: 1 << 60, times: 4, position: 9)
    sketch.sample(hash: 1 << 60, times: 4, position: 12)
    #expect(sketch.distinct.count == 1 && sketch.rows == 0)
    #expect(sketch.frequent.top(1) == [FrequentValues.Entry(count: 8, position: 9)])
  }

  @Test func takesInWhatWasCountedElsewhere() {
    var distinct = HyperLogLog()
    distinct.insert(hash: 1 << 60)
    var sketch = ColumnSketch()
    sketch.learn(distinct)
    sketch.count(LengthSummary(count: 3, sum: 12, least: 2, greatest: 6))
    #expect(sketch.rows == 3 && sketch.blank == 0 && sketch.distinct == distinct)
    #expect(sketch.lengths.sum == 12 && sketch.lengths.least == 2 && sketch.lengths.greatest == 6)
  }

  @Test func partsAddUp() {
    var left = ColumnSketch()
    left.count(length: 2, times: 1)
    left.learn(hash: 1 << 60)
    left.sample(hash: 1 << 60, times: 1, position: 0)
    var right = ColumnSketch()
    right.countBlank(length: 0, times: 1)
    right.learn(hash: 2 << 60)
    right.sample(hash: 2 << 60, times: 1, position: 5)
    left.merge(right)
    #expect(left.rows == 2 && left.blank == 1 && left.lengths.least == 0)
    #expect(left.distinct.count == 2 && left.frequent.top(9).count == 2)
  }
}

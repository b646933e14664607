import Testing

@testable import SyntheticListens

struct RowBlockTests {
  @Test("Blocks end with a line feed, and are of a size that is good for writing")
  func wholeLines() throws {
    var sizes: [Int] = []
    try SyntheticHistory(HistoryShape(rows: 20_000, seed: 1, faultRate: 0.1)).write { block in
      sizes.append(block.count)
      #expect(block.last == 0x0A)
    }
    #expect(sizes.count > 2)
    #expect(sizes.dropLast().allSatisfy { (256 << 10...1 << 20).contains($0) })
  }

  @Test("An error of the sink stops the writing and comes back as it was")
  func sinkFails() {
    struct Full: Error {}
    var blocks = 0
    #expect(throws: Full.self) {
      try SyntheticHistory(HistoryShape(rows: 20_000, seed: 1)).write { _ in
        blocks += 1
        throw Full()
      }
    }
    #expect(blocks == 1)
  }
}

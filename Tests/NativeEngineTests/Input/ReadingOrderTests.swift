import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct ReadingOrderTests {
  @Test func nothingIsReadOfAnEmptyFile() {
    var order = ReadingOrder(byteCount: 0, partSize: 10) { _ in true }
    #expect(order.next(atMost: 5) { _ in true } == nil)
    #expect(order.nextToFetch() == nil)
  }

  @Test(arguments: [true, false])
  func aFileThatIsWhollyInMemoryOrNotAtAllIsReadInOrder(isInMemory: Bool) {
    var order = ReadingOrder(byteCount: 35, partSize: 10) { _ in isInMemory }
    #expect(order.nextToFetch() == nil)
    #expect(ranges(&order, atMost: 20) == [0..<20, 20..<35])
  }

  @Test func whatIsInMemoryComesFirst() {
    let inMemory = [20..<30, 30..<40, 60..<70]
    var order = ReadingOrder(byteCount: 75, partSize: 10) { inMemory.contains($0) }
    #expect(
      ranges(&order, atMost: 15)
        == [20..<35, 35..<40, 60..<70, 0..<10, 10..<20, 40..<50, 50..<60, 70..<75])
  }

  @Test func partsThatHaveBeenFetchedComeBeforeOthers() {
    var inMemory: Set<Range<Int>> = [20..<30, 40..<50]
    var order = ReadingOrder(byteCount: 60, partSize: 10) { inMemory.contains($0) }
    #expect(order.next(atMost: 10) { inMemory.contains($0) } == 20..<30)
    #expect(
      [order.nextToFetch(), order.nextToFetch(), order.nextToFetch()] == [0..<10, 10..<20, nil])
    inMemory.insert(10..<20)
    #expect(order.next(atMost: 10) { inMemory.contains($0) } == 10..<20)
    #expect(order.nextToFetch() == 30..<40)
    #expect(order.next(atMost: 10) { inMemory.contains($0) } == 40..<50)
    #expect(order.nextToFetch() == nil)
    #expect(order.next(atMost: 10) { inMemory.contains($0) } == 0..<10)
    #expect(ranges(&order, atMost: 10) == [30..<40, 50..<60])
  }

  @Test(arguments: UInt64(0)..<50)
  func everyByteIsReadOnce(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let byteCount = Int.random(in: 0...500, using: &generator)
    let inMemory = (0...500).map { _ in Bool.random(using: &generator) }
    var order = ReadingOrder(
      byteCount: byteCount, partSize: Int.random(in: 1...100, using: &generator)
    ) { inMemory[$0.lowerBound] }
    var bytes: [Int] = []
    while let range = order.next(
      atMost: Int.random(in: 1...60, using: &generator),
      isInMemory: { inMemory[500 - $0.lowerBound] })
    {
      bytes += range
      if generator.chance(0.5) { _ = order.nextToFetch() }
      #expect(order.byteCount == byteCount - bytes.count, "seed \(seed)")
    }
    #expect(bytes.sorted() == Array(0..<byteCount), "seed \(seed)")
  }

  private func ranges(_ order: inout ReadingOrder, atMost most: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    while let range = order.next(atMost: most, isInMemory: { _ in false }) { ranges.append(range) }
    return ranges
  }
}

import Synchronization
import Testing

@testable import NativeEngine

struct WorkersTests {
  private struct Failure: Error, Equatable {
    let item: Int
  }

  @Test(arguments: [1, 2, 3, 8], [0, 1, 7, 1000])
  func everyItemIsTakenOnce(threads: Int, items: Int) throws {
    let taken = try Workers.run(threads, items: items) { next in
      var taken: [Int] = []
      while let item = next() { taken.append(item) }
      return taken
    }
    #expect(taken.count == threads)
    #expect(taken.flatMap { $0 }.sorted() == Array(0..<items))
  }

  @Test(arguments: [1, 2, 8])
  func anErrorEndsTheWork(threads: Int) {
    let taken = Atomic(0)
    #expect(throws: Failure(item: 3)) {
      try Workers.run(threads, items: 1_000_000_000) { next in
        while let item = next() {
          taken.add(1, ordering: .relaxed)
          if item == 3 { throw Failure(item: item) }
        }
      }
    }
    #expect(taken.load(ordering: .relaxed) < 1_000_000_000)
  }
}

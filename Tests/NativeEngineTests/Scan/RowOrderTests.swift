import Testing

@testable import NativeEngine

struct RowOrderTests {
  @Test(arguments: [[5, 4, 4, 1], [1, 4, 4, 5], [3, 3, 3, 3]] as [[UInt32]])
  func rowsInEitherDirectionGoOnAfterTheFirst(seconds: [UInt32]) {
    #expect(goOn(seconds) == [false, true, true, true])
  }

  @Test func afterATurnNothingIsInOrderAnyMore() {
    #expect(goOn([5, 4, 6, 5, 4]) == [false, true, false, false, false])
  }

  @Test func eachUserBeginsAnew() {
    var order = RowOrder()
    let rows = [(1, 5), (1, 6), (1, 5), (2, 9), (2, 8), (1, 3)]
    #expect(
      rows.map { order.goesOn(with: $0.0, at: UInt32($0.1)) }
        == [false, true, false, false, true, false])
  }

  private func goOn(_ seconds: [UInt32]) -> [Bool] {
    var order = RowOrder()
    return seconds.map { order.goesOn(with: 7, at: $0) }
  }
}

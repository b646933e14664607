import Testing

@testable import SparkEngine

struct InputOrderTests {
  private let order = InputOrder(
    [5, 0, 1 << 40].map { SparkInput(path: "x", location: "file:/x", byteCount: $0) })

  @Test func positionsOfOneInputEndBeforeThoseOfTheNextBegin() {
    for (number, input) in order.inputs.enumerated().dropLast() {
      let last = order.bases[number] + 2 * input.byteCount + 128 << 20
      #expect(order.input(at: min(last, order.bases[number + 1] - 1)) == number)
    }
  }

  @Test(arguments: 0..<3)
  func aBaseBelongsToItsInput(number: Int) {
    #expect(order.input(at: order.bases[number]) == number)
  }
}

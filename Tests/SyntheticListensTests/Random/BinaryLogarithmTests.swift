import Testing

@testable import SyntheticListens

struct BinaryLogarithmTests {
  @Test("Powers of two are exact", arguments: 0..<62)
  func powers(exponent: Int) {
    #expect(BinaryLogarithm.of(1 << exponent) == exponent << 16)
  }

  @Test(
    "Others are cut off after sixteen binary digits",
    arguments: zip([3, 10, 992, 1_000_000], [103_872, 217_705, 652_358, 1_306_235]))
  func known(value: Int, logarithm: Int) {
    #expect(BinaryLogarithm.of(value) == logarithm)
  }

  @Test("It never falls")
  func monotone() {
    let logarithms = (1...5000).map(BinaryLogarithm.of)
    #expect(zip(logarithms, logarithms.dropFirst()).allSatisfy { $0 <= $1 })
  }
}

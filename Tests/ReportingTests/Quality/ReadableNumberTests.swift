import Testing

@testable import Reporting

struct ReadableNumberTests {
  @Test(arguments: [
    (0.0, "0.00"), (100, "100.00"), (99.999, "99.99"), (0.001, "<0.01"), (0.01, "0.01"),
    (0.29, "0.29"), (8.333333, "8.33"), (1.05, "1.05"), (12.5, "12.50"),
  ])
  func sharesHaveTwoDecimalsAndAreNeverRoundedUp(share: Double, text: String) {
    #expect(ReadableNumber.percent(share) == text)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")])
  func longNumbersHaveCommas(number: Int, text: String) {
    #expect(ReadableNumber.grouped(number) == text)
  }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (1999, "1.9 kB"), (999_999, "999.9 kB"),
    (1_000_000, "1.0 MB"), (1_590_000_000, "1.5 GB"), (12_345_678_901_234_567, "12345.6 TB"),
  ])
  func sizesAreCutOffAndNeverRoundedUp(count: Int, text: String) {
    #expect(ReadableNumber.bytes(count) == text)
  }

  @Test(arguments: [(95.0, "95"), (99.5, "99.5"), (0, "0")])
  func decimalsAreLeftOutWhereThereAreNone(number: Double, text: String) {
    #expect(ReadableNumber.short(number) == text)
  }
}

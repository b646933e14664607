import Testing

@testable import sidelong

struct ByteSizeTests {
  @Test(
    "A size is a whole number and a unit",
    arguments: [
      ("0", 0), ("1", 1), ("4096", 4096), ("7B", 7), ("1kB", 1000), ("256MB", 256_000_000),
      ("1GB", 1_000_000_000), ("2TB", 2_000_000_000_000), ("1KiB", 1024), ("512MiB", 512 << 20),
      ("3GiB", 3 << 30), ("1TiB", 1 << 40), ("1gb", 1_000_000_000), ("1MIB", 1 << 20),
    ])
  func sizes(text: String, bytes: Int) {
    #expect(ByteSize(argument: text)?.bytes == bytes)
  }

  @Test(
    "Everything else is refused",
    arguments: [
      "", "GB", "-1", "-1GB", "+1GB", "1.5GB", "1,000", "1 GB", " 1GB", "1GB ", "1G", "1M", "1PB",
      "1GBB", "0x10", "١GB", "½", "9223372036854775808", "9223372036855TB",
      "99999999999999999999GB",
    ])
  func nonsense(text: String) {
    #expect(ByteSize(argument: text) == nil)
  }
}

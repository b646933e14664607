import ArgumentParser
import Testing

@testable import sidelong

struct CacheOptionsTests {
  @Test("Without options there is a cache of 8 GB")
  func defaults() throws {
    let options = try CacheOptions.parse([])
    #expect(options.cacheLimit.bytes == 8_000_000_000)
    #expect(options.checkpoints != nil)
    #expect(!options.verifyCache)
  }

  @Test("--cache none is no cache")
  func none() throws {
    #expect(try CacheOptions.parse(["--cache", "none"]).checkpoints == nil)
  }

  @Test(
    "The limit is a size, or none",
    arguments: [("500MB", 500_000_000), ("1GiB", 1 << 30), ("none", Int.max), ("0", Int.max)])
  func limit(text: String, bytes: Int) throws {
    #expect(try CacheOptions.parse(["--cache-limit", text]).cacheLimit.bytes == bytes)
  }

  @Test(
    "A value that an option cannot take is an error that names the option",
    arguments: ["--cache=", "--cache-limit=", "--cache-limit=much", "--cache-limit=-1GB"])
  func nonsense(option: String) {
    let error = #expect(throws: (any Error).self) { try CacheOptions.parse([option]) }
    let message = error.map { CacheOptions.message(for: $0) } ?? ""
    #expect(message.contains("'\(option.prefix { $0 != "=" })"), "\(message)")
  }
}

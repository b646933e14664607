import SparkEngine
import Testing

struct CacheStrategyTests {
  @Test(arguments: [
    (nil, 1 << 40, "MEMORY_AND_DISK"), (1000, 2000, "MEMORY_AND_DISK"), (1000, 2002, "DISK_ONLY"),
  ])
  func keepsRowsInMemoryIfHalfOfThemFit(memory: Int?, inputBytes: Int, level: String) {
    #expect(CacheStrategy(memory: memory).level(inputBytes: inputBytes) == level)
  }
}

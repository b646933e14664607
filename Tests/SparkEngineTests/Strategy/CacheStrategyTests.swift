import Testing

@testable import SparkEngine

struct CacheStrategyTests {
  @Test(arguments: [
    (nil, 1 << 40, ClusterStorage.memory), (1000, 2000, .memory), (1000, 2002, .disk),
  ])
  func keepsRowsInMemoryIfHalfOfThemFit(
    memory: Int?, inputBytes: Int, storage: ClusterStorage
  ) {
    #expect(CacheStrategy(memory: memory).storage(inputBytes: inputBytes) == storage)
  }

  @Test(
    arguments: [
      ("local[2]", "2g", nil, nil, 1 << 30), ("spark://m:7077", nil, "512m", "4", 1 << 30),
      ("spark://m:7077", nil, "512m", nil, nil), ("local", "much", nil, nil, nil),
    ] as [(String, String?, String?, String?, Int?)])
  func halfOfTheHeapsIsLeftForWhatIsKept(
    master: String, driver: String?, executor: String?, count: String?, memory: Int?
  ) {
    let strategy = CacheStrategy(
      master: master, driverMemory: driver, executorMemory: executor, executors: count)
    #expect(strategy.memory == memory)
  }

  @Test(arguments: [("800m", 800 << 20), ("1T", 1 << 40), ("17", 17), ("k", nil), (nil, nil)])
  func sizesAreReadAsSparkWritesThem(size: String?, bytes: Int?) {
    #expect(CacheStrategy.bytes(size) == bytes)
  }
}

#if Spark
  import Foundation
  import SparkConnect
  import SparkEngine

  /// The server that `make test-spark` has started; that there is none is a failure.
  enum SparkServer {
    struct Missing: Error, CustomStringConvertible {
      let description = "no server: SIDELONG_TEST_SPARK_REMOTE is not set; use make test-spark"
    }

    /// An engine that works there, by default with as many partitions as a cluster gets.
    static func engine(
      _ change: (inout SparkEngine.Options) -> Void = { _ in }
    ) throws -> SparkEngine {
      guard let address = ProcessInfo.processInfo.environment["SIDELONG_TEST_SPARK_REMOTE"] else {
        throw Missing()
      }
      var options = SparkEngine.Options()
      change(&options)
      return SparkEngine(try SparkRemote(address), options: options)
    }
  }
#endif

#if Spark
  import Foundation
  import Testing

  /// A store that `make test-spark` has started; that there is none is a failure.
  enum ObjectStore: String, CaseIterable, Sendable {
    case s3a, hdfs

    /// Where Spark finds a name in the store.
    func url(_ name: String) throws -> String {
      switch self {
      case .s3a: "s3a://listens/\(name)"
      case .hdfs: "\(try Self.value("SIDELONG_TEST_HDFS"))/sidelong/\(name)"
      }
    }

    /// Puts a file into the store, by HTTP and past Spark.
    func put(_ file: String, as name: String) async throws {
      switch self {
      case .s3a:
        let bucket = "\(try Self.value("SIDELONG_TEST_S3_URL"))/listens"
        let signed = ["--user", "key:secret", "--aws-sigv4", "aws:amz:us-east-1:s3"]
        try await Self.curl(signed + ["-X", "PUT", bucket])
        try await Self.curl(signed + ["-T", file, "\(bucket)/\(name)"])
      case .hdfs:
        let url = try Self.webHDFS(name, "op=CREATE&overwrite=true")
        try await Self.curl(["-T", file, url])
      }
    }

    /// Lets nobody read a file of HDFS but the superuser.
    static func hide(_ name: String) async throws {
      try await curl(["-X", "PUT", try webHDFS(name, "op=SETPERMISSION&permission=000")])
    }

    private static func webHDFS(_ name: String, _ operation: String) throws -> String {
      "\(try value("SIDELONG_TEST_HDFS_URL"))/webhdfs/v1/sidelong/\(name)?\(operation)"
        + "&user.name=sidelong"
    }

    private static func curl(_ arguments: [String]) async throws {
      let outcome = try await Tool("/usr/bin/env", ["curl", "-sSfL"] + arguments).end()
      try #require(outcome.status == 0, "\(arguments): \(outcome.messages)")
    }

    private static func value(_ name: String) throws -> String {
      try #require(
        ProcessInfo.processInfo.environment[name],
        "no store: \(name) is not set; use make test-spark")
    }
  }
#endif

#if Spark
  import Testing

  /// The program that stands between a client and a server; it ends with the value.
  struct Proxy {
    let port: Int
    private let tool: Tool

    init(_ target: Int, _ options: [String]) throws {
      let script = "\(Tool.project)/Tests/SparkServerTests/Python/proxy.py"
      tool = try Tool("/usr/bin/env", ["python3", script, "\(target)"] + options)
      port = try #require(Int(try tool.firstLine()))
    }
  }
#endif

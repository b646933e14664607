public import ArgumentParser
import FoundationEssentials
import ListeningSessions
public import SparkEngine

#if Spark
  import SparkConnect
#endif

/// Which engine answers, and where the cluster is if it is Spark.
struct EngineOptions: ParsableArguments {
  /// The engines there are, with or without the trait `Spark`.
  enum Choice: String, CaseIterable, ExpressibleByArgument {
    case native, spark
  }

  @Option(help: "What does the work: this machine, or an Apache Spark cluster.")
  var engine = Choice.native

  @Option(
    help: ArgumentHelp(
      "The cluster, such as 'sc://host:15002/;use_ssl=true'. (default: SPARK_REMOTE)",
      valueName: "url"))
  var sparkRemote: String?

  @Option(
    help: ArgumentHelp(
      "A file with the cluster's token. (default: SPARK_CONNECT_AUTHENTICATE_TOKEN)",
      valueName: "path"),
    completion: .file())
  var sparkTokenFile: String?

  @Option(
    help: ArgumentHelp(
      "A PEM file of certificates to trust for the cluster. (default: the system's)",
      valueName: "path"),
    completion: .file(extensions: ["pem", "crt"]))
  var sparkCa: String?

  @Option(
    help: ArgumentHelp(
      "Partitions of the listens on the cluster. (default: by its cores and the users)",
      valueName: "count"))
  var sparkPartitions: Int?

  @Option(
    help: ArgumentHelp(
      "Where the cluster keeps lines between queries. (default: by their size and its memory)",
      valueName: "memory|disk|none"))
  var sparkStorage: ClusterStorage?

  @Option(
    help: "The form of what the cluster writes, if --output is a URL. (default: tsv)")
  var sparkFiles: ClusterOutput.Format?

  mutating func validate() throws {
    if let sparkPartitions, sparkPartitions < 1 {
      throw ValidationError(
        "The value '\(sparkPartitions)' is invalid for '--spark-partitions': give 1 or more.")
    }
    guard engine == .spark else {
      if let option = firstOfSpark {
        throw ValidationError("\(option) is for '--engine spark' only.")
      }
      return
    }
    #if Spark
      guard sparkRemote ?? Environment.sparkRemote != nil else {
        throw ValidationError("'--engine spark' needs '--spark-remote' (or SPARK_REMOTE).")
      }
    #else
      throw ValidationError(
        "This build has no Spark engine; build one with 'make release-spark' "
          + "(swift build --traits Spark).")
    #endif
  }

  private var firstOfSpark: String? {
    if sparkRemote != nil { return "'--spark-remote'" }
    if sparkTokenFile != nil { return "'--spark-token-file'" }
    if sparkCa != nil { return "'--spark-ca'" }
    if sparkFiles != nil { return "'--spark-files'" }
    if sparkStorage != nil { return "'--spark-storage'" }
    return sparkPartitions == nil ? nil : "'--spark-partitions'"
  }

  /// The engine that was asked for.
  ///
  /// - Parameters:
  ///   - native: the engine of this machine.
  ///   - output: what the cluster writes itself, if it does.
  /// - Returns: one of the two.
  /// - Throws: `AnalysisError` of code `configuration` for a cluster that cannot be addressed so.
  func engine(
    or native: any AnalyticsEngine, output: ClusterOutput?
  ) throws -> ChosenEngine {
    #if Spark
      if engine == .spark {
        let spark = try sparkEngine(output)
        return ChosenEngine(name: "spark", engine: spark, output: output) {
          await spark.interrupt()
        }
      }
    #endif
    return ChosenEngine(name: "native", engine: native)
  }

  #if Spark
    private func sparkEngine(_ output: ClusterOutput?) throws -> SparkEngine {
      do {
        var options = SparkEngine.Options()
        options.partitions = sparkPartitions
        options.storage = sparkStorage
        options.output = output
        return SparkEngine(
          try SparkRemote(
            sparkRemote ?? Environment.sparkRemote ?? "",
            token: try token() ?? Environment.sparkToken, trustedCertificates: sparkCa),
          options: options)
      } catch let error as SparkError {
        throw AnalysisError(error)
      }
    }

    private func token() throws -> String? {
      guard let sparkTokenFile else { return nil }
      guard let bytes = try? Data(contentsOf: URL(filePath: sparkTokenFile)),
        let text = String(validating: bytes, as: UTF8.self)
      else {
        throw AnalysisError(
          .configuration, "cannot read the token in \(sparkTokenFile)",
          advice: "give a file that holds the token and nothing else")
      }
      let token = text.trimmingCharacters { $0.isWhitespace }
      guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
        throw AnalysisError(
          .configuration, "there is no token in \(sparkTokenFile)",
          advice: "give a file that holds the token and nothing else")
      }
      return token
    }
  #endif
}

extension ClusterOutput.Format: ExpressibleByArgument {}

extension ClusterStorage: ExpressibleByArgument {}

#if Spark
  extension String {
    /// Without the characters of a kind at its ends.
    fileprivate func trimmingCharacters(where isTrimmed: (Character) -> Bool) -> String {
      var text = self[...].drop(while: isTrimmed)
      while let last = text.last, isTrimmed(last) { text.removeLast() }
      return String(text)
    }
  }
#endif

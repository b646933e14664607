#if Spark
  import FoundationEssentials
  import FoundationNetworking
  import SparkConnect

  /// The monitoring pages of a cluster, which are another way to it than Spark Connect.
  ///
  /// Not every cluster lets its users reach them; then there are no figures, and that is no failure.
  struct MonitoringPages {
    /// Where the application of this cluster is described.
    private let application: String

    /// - Parameters:
    ///   - host: Spark's setting `spark.driver.host`.
    ///   - port: `spark.ui.port`; 4040 unless set.
    ///   - application: `spark.app.id`, so that the pages of another cluster are not taken for its.
    init?(host: String?, port: String?, application: String?) {
      guard let host, let application else { return nil }
      let name = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
      self.application = "http://\(name):\(port ?? "4040")/api/v1/applications/\(application)"
    }

    /// What is told of a session.
    ///
    /// - Parameter sessionID: whose work it is.
    /// - Returns: nil if the pages cannot be reached or read.
    func use(of sessionID: String) async -> ClusterUse? {
      let configuration = URLSessionConfiguration.ephemeral
      configuration.timeoutIntervalForRequest = 3
      configuration.urlCache = nil
      let session = URLSession(configuration: configuration)
      defer { session.invalidateAndCancel() }
      guard let jobs: [ClusterUse.Job] = await load("jobs", session),
        let stages: [ClusterUse.Stage] = await load("stages?status=complete", session),
        let kept: [ClusterUse.Kept] = await load("storage/rdd", session)
      else { return nil }
      return ClusterUse(of: sessionID, jobs: jobs, stages: stages, kept: kept)
    }

    private func load<Answer: Decodable>(_ page: String, _ session: URLSession) async -> Answer? {
      guard let url = URL(string: "\(application)/\(page)"),
        let (data, _) = try? await session.data(from: url)
      else { return nil }
      return try? JSONDecoder().decode(Answer.self, from: data)
    }
  }
#endif

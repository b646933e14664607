#if Spark
  import Foundation

  #if canImport(FoundationNetworking)
    import FoundationNetworking
  #endif

  /// What a server's monitoring pages tell of its work.
  struct Monitor: Sendable {
    let ui: String

    private struct Application: Decodable { let id: String }

    private struct Job: Decodable {
      let status: String
      let jobTags: [String]
    }

    private struct Executor: Decodable {
      let id: String
      let isActive: Bool
    }

    /// How many jobs of a session are at work.
    func runningJobs(of sessionID: String) async throws -> Int {
      try await jobs().filter { job in
        job.status == "RUNNING" && job.jobTags.contains { $0.contains(sessionID) }
      }.count
    }

    /// How many jobs are at work, of whatever session.
    func runningJobs() async throws -> Int {
      try await jobs().filter { $0.status == "RUNNING" }.count
    }

    /// How many tables and other results are kept in memory or on disk.
    func keptResults() async throws -> Int {
      struct Kept: Decodable {}
      return try await get([Kept].self, "storage/rdd").count
    }

    /// The ids of the executors at work, without the driver.
    func executors() async throws -> [String] {
      try await get([Executor].self, "executors").filter { $0.isActive && $0.id != "driver" }
        .map(\.id)
    }

    /// Waits until `condition` holds, for half a minute at most.
    func wait(until condition: () async throws -> Bool) async throws -> Bool {
      for _ in 0..<150 {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(200))
      }
      return false
    }

    private func jobs() async throws -> [Job] { try await get([Job].self, "jobs") }

    private func get<Answer: Decodable>(_: Answer.Type, _ path: String) async throws -> Answer {
      let applications = try await load([Application].self, "/api/v1/applications")
      return try await load(Answer.self, "/api/v1/applications/\(applications[0].id)/\(path)")
    }

    private func load<Answer: Decodable>(_: Answer.Type, _ path: String) async throws -> Answer {
      guard let url = URL(string: ui + path) else { throw URLError(.badURL) }
      let (data, _) = try await URLSession.shared.data(from: url)
      return try JSONDecoder().decode(Answer.self, from: data)
    }
  }
#endif

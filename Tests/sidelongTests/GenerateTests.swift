import Foundation
import ListeningSessionsTestSupport
import Testing

/// `sidelong generate`, and the analysis of what it makes.
struct GenerateTests {
  private let scratch: TemporaryDirectory

  init() throws { scratch = try TemporaryDirectory() }

  @Test(
    "The same options give the same bytes, another seed others",
    arguments: ["user", "time", "random"])
  func deterministic(order: String) throws {
    let options = ["--rows=20000", "--users=40", "--faults=0.05", "--order=\(order)"]
    let history = try bytes(options + ["--seed=7"])
    #expect(try bytes(options + ["--seed=7"]) == history)
    #expect(try bytes(options + ["--seed=8"]) != history)
    #expect(history.last == 0x0A)
  }

  @Test("The orders give the same lines")
  func orders() throws {
    let lines = try ["user", "time", "random"].map { order in
      try bytes(["--rows=20000", "--users=40", "--faults=0.05", "--order=\(order)"])
        .split(separator: 0x0A, omittingEmptySubsequences: false)
    }
    #expect(lines[0] != lines[1] && lines[1] != lines[2] && lines[2] != lines[0])
    let sorted = lines.map { $0.sorted { $0.lexicographicallyPrecedes($1) } }
    #expect(sorted[0] == sorted[1])
    #expect(sorted[0] == sorted[2])
  }

  @Test(
    "The analysis counts exactly the faults that were put in",
    arguments: ["user", "time", "random"])
  func truth(order: String) throws {
    let history = try GeneratedHistory("--rows=100000", "--faults=0.01", "--order=\(order)")
    try Command.analyze(history.path, output: scratch("output")).run().expectSuccess()
    let truth = try history.truth
    let counts = try WrittenResults(in: scratch("output")).run().counts
    #expect(truth.rows == 100_000)
    #expect(truth.rejected.count == 6 && truth.rejected.values.allSatisfy { $0 > 0 })
    #expect(truth.duplicates > 0 && truth.blank_lines > 0)
    #expect(counts.rows == truth.rows)
    #expect(counts.blank_lines == truth.blank_lines)
    #expect(counts.duplicates == truth.duplicates)
    #expect(counts.listens == truth.listens)
    #expect(counts.rejected == truth.rejected)
  }

  @Test("The order of the rows changes no ranking")
  func ordersAnalysed() throws {
    let directories = try ["user", "time", "random"].map { order in
      let history = try GeneratedHistory("--rows=20000", "--faults=0.02", "--order=\(order)")
      try Command.analyze(history.path, output: scratch(order)).run().expectSuccess()
      return WrittenResults(in: scratch(order))
    }
    for name in WrittenResults.tables where name != "rejected.tsv" {
      let first = try directories[0].bytes(name)
      for other in directories.dropFirst() {
        let difference = try FirstDifference.between(first, other.bytes(name))
        #expect(difference == nil, "\(name) in \(other.directory)")
      }
    }
  }

  @Test("Without faults every row is a listen, and there is no truth to tell")
  func withoutFaults() throws {
    let history = try GeneratedHistory("--rows=20000", "--seed=3")
    #expect(history.allNames == ["listens.tsv"])
    try Command.analyze(history.path, output: scratch("output")).run().expectSuccess()
    let counts = try WrittenResults(in: scratch("output")).run().counts
    #expect(counts.rows == 20_000)
    #expect(counts.listens == 20_000)
    #expect(counts.users == 992)
    #expect(try history.bytes.split(separator: 0x0A).count == 20_000)
  }

  private func bytes(_ options: [String]) throws -> Data {
    let path = scratch("\(UUID().uuidString).tsv")
    try Command.sidelong(["generate", "--output", path] + options).run().expectSuccess()
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }
}

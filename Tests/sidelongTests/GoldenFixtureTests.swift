import Foundation
import ListeningSessionsTestSupport
import Testing

/// Every fixture through the built program.
struct GoldenFixtureTests {
  private let scratch: TemporaryDirectory

  init() throws { scratch = try TemporaryDirectory() }

  @Test("A fixture gives the results that were recorded for it", arguments: try Fixture.all)
  func fixture(_ fixture: Fixture) throws {
    let output = scratch("output")
    var command = try Command.sidelong(
      ["analyze"] + fixture.arguments + ["--output", output, "--quiet", "--fail-on", "never"])
    command.directory = fixture.path
    let outcome = try command.run()

    #expect(try outcome.exitCode == fixture.exitCode, "\(fixture.name): \(outcome.messages)")
    let results = WrittenResults(in: output)
    guard let expected = fixture.expected else {
      #expect(results.allNames == [], "\(fixture.name)")
      return
    }
    let audience = expected.allNames.intersection([WrittenResults.audience])
    #expect(results.allNames == audience.union(WrittenResults.names), "\(fixture.name)")
    for name in WrittenResults.tables + audience {
      let difference = try FirstDifference.between(expected.bytes(name), results.bytes(name))
      #expect(difference == nil, "\(fixture.name)/\(name)")
    }
    let counts = try JSONDecoder().decode(
      RunFile.Counts.self, from: expected.bytes("counts.json"))
    #expect(try results.run().counts == counts, "\(fixture.name)/counts.json")
    let profiles = try audience.map { _ in
      try JSONDecoder().decode(RunFile.Profiles.self, from: expected.bytes("profiles.json"))
    }
    #expect(try results.run().profiles == profiles.first, "\(fixture.name)/profiles.json")
  }

  @Test("The fixtures are found")
  func found() throws {
    let names = try Set(Fixture.all.map(\.name))
    #expect(names.isSuperset(of: ["gap-exact", "bad-utf8", "chunk-boundary", "empty", "profiles"]))
  }
}

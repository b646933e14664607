import Foundation
import ListeningSessionsTestSupport
import Testing

/// Packed inputs give the same result files, and nothing is written anywhere else.
struct PackedInputTests {
  private let scratch: TemporaryDirectory
  private let history: GeneratedHistory

  init() throws {
    scratch = try TemporaryDirectory()
    history = try GeneratedHistory("--rows=6000", "--users=40", "--faults=0.03", "--seed=9")
  }

  @Test("Every result file has the bytes of the unpacked input's", arguments: Packing.forms)
  func sameBytes(form: String) throws {
    // The same name in two directories, so that the paths in the results are the same too.
    let plain = try analyze([], from: plainDirectory())
    let directory = try scratch.directory("packed")
    try Packing.pack(form, ["\(history.path)=m.tsv"], to: "\(directory)/listens.tsv")
    for threads in [1, 2] {
      let packed = try analyze(["--threads=\(threads)"], from: directory)
      for name in WrittenResults.tables + ["quality.json"] {
        #expect(
          try text(of: name, packed) == text(of: name, plain), "\(name), \(threads) threads")
      }
      #expect(try packed.run().counts == plain.run().counts)
    }
  }

  @Test("Packed bytes on standard input are unpacked", arguments: ["gz", "tar.zst", "zip"])
  func standardInput(form: String) throws {
    let packed = try Packing.pack(form, ["\(history.path)=m.tsv"], to: scratch("packed"))
    let outcome = try Command.analyze("-", output: scratch("output")).reading(packed).run()
    outcome.expectSuccess()
    let plain = try analyze([], from: plainDirectory())
    let results = WrittenResults(in: scratch("output"))
    #expect(try results.run().counts == plain.run().counts)
    #expect(try results.bytes("top_songs.tsv") == plain.bytes("top_songs.tsv"))
    let paths = try Set(RejectedLines.rows(results).compactMap(\.first))
    #expect(paths == [Data((form == "gz" ? "-" : "-:m.tsv").utf8)])
  }

  @Test("Several members are one history, in the order of the archive")
  func severalMembers() throws {
    let lines = Listens.mixed
    let (first, second) = try (scratch.write(lines, to: "1"), scratch.write(lines, to: "2"))
    let packed = try Packing.pack(
      "tar.gz", ["\(first)=b.tsv", "\(second)=a.tsv"], to: scratch("x"))
    try Command.analyze(packed, output: scratch("none")).run().expectFailure(
      66, naming: "b.tsv, a.tsv", "--member")
    try Command.analyze(packed, "--member", "*.tsv", output: scratch("output")).run()
      .expectSuccess()
    try Command.analyze(first, second, output: scratch("plain")).run().expectSuccess()
    let results = WrittenResults(in: scratch("output"))
    #expect(try results.run().counts == WrittenResults(in: scratch("plain")).run().counts)
    let paths = try RejectedLines.rows(results).compactMap(\.first)
    #expect(paths == ["b.tsv", "b.tsv", "a.tsv", "a.tsv"].map { Data("\(packed):\($0)".utf8) })
  }

  @Test("Names of members are never paths", arguments: ["tar", "tar.gz", "zip"])
  func evilNames(form: String) throws {
    let inside = try scratch.directory("inside")
    let evil = scratch("evil.tsv")
    let members = ["../evil.tsv", "/\(evil)", "../../etc/x.tsv", "a\nb\t.tsv"]
    try Packing.pack(form, members.map { "\(history.path)=\($0)" }, to: "\(inside)/packed")
    let before = try scratch.names()
    var command = try Command.analyze("packed", "--member", "*.tsv", output: "results")
    command.directory = inside
    try command.run().expectSuccess()
    #expect(try scratch.names() == before)
    #expect(WrittenResults(in: inside).allNames == ["packed", "results"])
    let results = WrittenResults(in: "\(inside)/results")
    results.expectWhole()
    #expect(try results.run().counts.duplicates > 0)
    #expect(try RejectedLines.rows(results).last?.first == Data("packed:a\\nb\\t.tsv".utf8))
  }

  @Test("What cannot be unpacked is one line, an exit code, and no result")
  func failures() throws {
    let earlier = try EarlierResults(in: scratch("output"))
    let packed = try Packing.pack("gz", [history.path], to: scratch("listens.gz"))
    let whole = try Data(contentsOf: URL(fileURLWithPath: packed))
    let cut = try scratch.write([UInt8](whole.prefix(whole.count / 2)), to: "cut.gz")
    try Command.analyze(cut, output: earlier.directory).run()
      .expectFailure(74, naming: cut, "cut off", "whole copy")
    try Command.analyze(packed, "--max-expanded-size", "1KiB", output: earlier.directory).run()
      .expectFailure(74, naming: packed, "1024 bytes", "--max-expanded-size")
    let encrypted = try Packing.pack("encrypted.zip", [history.path], to: scratch("a.zip"))
    try Command.analyze(encrypted, output: earlier.directory).run()
      .expectFailure(66, naming: "\(encrypted):listens.tsv", "encrypted")
    try Command.analyze(encrypted, "--member", "a\tb", output: earlier.directory).run()
      .expectFailure(66, naming: "listens.tsv", "--member")
    try earlier.expectUntouched()
  }

  @Test(
    "A size that is none is a usage error", arguments: ["0", "", "x", "1PB", "-1", "9999999999TB"])
  func wrongSize(size: String) throws {
    try Command.analyze("x", "--max-expanded-size=\(size)", output: scratch("output")).run()
      .expectUsageError(naming: "--max-expanded-size")
  }

  private func plainDirectory() throws -> String {
    let directory = try scratch.directory("plain")
    try? FileManager.default.copyItem(atPath: history.path, toPath: "\(directory)/listens.tsv")
    return directory
  }

  private func analyze(_ options: [String], from directory: String) throws -> WrittenResults {
    var command = try Command.analyze("listens.tsv", output: "results")
    command.arguments += options + ["--as-of", "2013-10-01T00:00:00Z"]
    command.directory = directory
    try command.run().expectSuccess()
    return WrittenResults(in: "\(directory)/results")
  }

  /// A result without what differs from run to run, and without the member's name in paths.
  private func text(of name: String, _ results: WrittenResults) throws -> String {
    let text = try String(decoding: results.bytes(name), as: UTF8.self)
      .replacing("listens.tsv:m.tsv", with: "listens.tsv")
    let volatile = [
      "\"run_id\"", "\"run_name\"", "\"run_time\"", "\"threads\"", "_at\"",
      "\"duration_seconds\"", "\"generated",
    ]
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in
        name != "quality.json"
          || !line.hasPrefix("  \"id\"") && !volatile.contains { line.contains($0) }
      }
      .joined(separator: "\n")
  }
}

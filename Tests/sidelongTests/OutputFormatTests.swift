import Foundation
import ListeningSessionsTestSupport
import Testing

/// What is printed, and where.
struct OutputFormatTests {
  private let scratch: TemporaryDirectory
  private let path: String

  init() throws {
    scratch = try TemporaryDirectory()
    path = try scratch.write(Listens.mixed, to: "listens.tsv")
  }

  @Test("JSON is one object, that of run.json with the rankings in it")
  func json() throws {
    let outcome = try analyze("--format", "json")
    var printed = try object(outcome.output)
    let songs = try #require(printed.removeValue(forKey: "top_songs") as? [[String: Any]])
    let sessions = try #require(printed.removeValue(forKey: "top_sessions") as? [[String: Any]])
    #expect(try printed.keys.sorted() == object(results.bytes("run.json")).keys.sorted())
    #expect(try rows(songs, like: "top_songs.tsv") == table("top_songs.tsv"))
    #expect(try rows(sessions, like: "top_sessions.tsv") == table("top_sessions.tsv"))
    #expect(songs.count == 3)
    #expect(sessions.count == 2)
    #expect(outcome.text.hasSuffix("}\n"))
  }

  @Test("TSV is top_songs.tsv")
  func tsv() throws {
    let outcome = try analyze("--format", "tsv")
    #expect(try outcome.output == results.bytes("top_songs.tsv"))
  }

  @Test("The table, which is the default, shows the top songs and the totals")
  func table() throws {
    let outcome = try analyze()
    let lines = outcome.text.split(separator: "\n")
    let songs = try table("top_songs.tsv").dropFirst()
    for song in songs {
      #expect(
        lines.contains { line in
          line.drop { $0 == " " }.hasPrefix("\(song[0]) ") && line.contains(" \(song[3]) ")
            && line.contains(song[1]) && line.contains(song[2])
        }, "\(song)")
    }
    let totals = try #require(lines.last)
    for part in [
      "7 rows", "4 listens", "1 duplicates", "2 rejected", "2 users", "2 sessions",
    ] {
      #expect(totals.contains(part))
    }
    #expect(try analyze("--format", "table").text == outcome.text)
  }

  @Test("Standard error tells where the files are, and nothing with --quiet")
  func messages() throws {
    for name in WrittenResults.names { #expect(try analyze().messages.contains(name)) }
    #expect(try analyze().messages.contains(scratch("output")))
    #expect(try analyze("--quiet").messages == "")
    #expect(try analyze("-q", "--format", "json").messages == "")
    #expect(try analyze("--quiet").text == analyze().text)
  }

  @Test("Where there is no terminal there are no control characters, whatever the names hold")
  func controlCharacters() throws {
    let names = try scratch.write(
      Listens.line(artist: "\u{1B}[31mred\u{7}", track: "a\u{8}\u{9B}0m\r"), to: "names.tsv")
    let outcome = try Command.analyze(names, output: scratch("output")).run()
    outcome.expectSuccess()
    for text in [outcome.text, outcome.messages] {
      let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control }
      #expect(controls.allSatisfy { $0 == "\n" })
    }
    // The results have the names as they are.
    #expect(try String(decoding: results.bytes("top_songs.tsv"), as: UTF8.self).contains("\u{1B}"))
  }

  @Test("run.json tells the settings, inputs, engine, counts, stages, memory and versions")
  func runFile() throws {
    _ = try analyze(
      "--gap", "90s", "--top-sessions", "3", "--top-songs", "4", "--rank-sessions-by", "duration",
      "--threads", "2")
    let run = try object(results.bytes("run.json"))
    let settings = try #require(run["settings"] as? [String: Any])
    #expect(settings["gap_seconds"] as? Int == 90)
    #expect(settings["top_sessions"] as? Int == 3)
    #expect(settings["top_songs"] as? Int == 4)
    #expect(settings["rank_sessions_by"] as? String == "duration")
    let inputs = try #require(run["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["path"] as? String } == [path])
    #expect(inputs.map { $0["bytes"] as? Int } == [Listens.mixed.utf8.count])
    let engine = try #require(run["engine"] as? [String: Any])
    #expect(engine["name"] as? String == "native")
    #expect(engine["threads"] as? Int == 2)
    let stages = try #require(run["stages"] as? [[String: Any]])
    #expect(stages.count >= 2)
    #expect(stages.allSatisfy { $0["name"] is String && ($0["seconds"] as? Double ?? -1) >= 0 })
    #expect(try #require(run["peak_memory_bytes"] as? Int) > 1_000_000)
    let versions = try #require(run["versions"] as? [String: Any])
    let version = try Command.sidelong(["--version"]).run().text.dropLast()
    #expect(versions["sidelong"] as? String == String(version))
  }

  @Test("The counts of run.json add up")
  func counts() throws {
    _ = try analyze()
    let counts = try results.run().counts
    #expect(counts.rows == 7)
    #expect(counts.blank_lines == 1)
    #expect(counts.duplicates == 1)
    #expect(counts.listens == 4)
    #expect(counts.users == 2)
    #expect(counts.sessions == 2)
    #expect(counts.rejected["field_count"] == 1)
    #expect(counts.rejected["missing_artist_name"] == 1)
    #expect(counts.rejected.count == 6)
    let rejects = counts.rejected.values.reduce(0, +)
    #expect(counts.rows == counts.listens + counts.duplicates + rejects)
  }

  private var results: WrittenResults { WrittenResults(in: scratch("output")) }

  /// Analyses the history successfully.
  private func analyze(_ options: String...) throws -> Outcome {
    let command = try Command.sidelong(
      ["analyze", path, "--output", scratch("output"), "--fail-on", "never"] + options)
    let outcome = try command.run()
    outcome.expectSuccess()
    return outcome
  }

  private func object(_ json: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
  }

  /// The fields of a result file, the header first.
  private func table(_ name: String) throws -> [[String]] {
    try String(decoding: results.bytes(name), as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Objects as the lines of a result file, whose header gives the keys.
  private func rows(_ objects: [[String: Any]], like name: String) throws -> [[String]] {
    let header = try #require(try table(name).first)
    return [header]
      + objects.map { object in header.map { object[$0].map { "\($0)" } ?? "missing" } }
  }
}

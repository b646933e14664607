import Foundation
import ListeningSessionsTestSupport
import Testing

/// `--profiles`, as a user meets it.
struct ProfilesTests {
  private let scratch: TemporaryDirectory
  private let listens: String

  init() throws {
    scratch = try TemporaryDirectory()
    listens = try scratch.write(Listens.mixed, to: "listens.tsv")
  }

  @Test("The table is there with profiles, is named, and goes in the next run without them")
  func stale() throws {
    let profiles = try write("x\tm\t24\tJapan\tAug 13, 2006")
    let outcome = try analyze("--profiles", profiles)
    outcome.expectSuccess()
    #expect(results.allNames == Set(WrittenResults.names + [WrittenResults.audience]))
    #expect(outcome.messages.contains(WrittenResults.audience))
    #expect(try results.run().profiles?.rows == 1)
    try analyze().expectSuccess()
    results.expectWhole()
    #expect(try results.run().profiles == nil)
  }

  @Test("rank gives the same table, and check leaves it as it is")
  func rank() throws {
    let profiles = try write("x\tm\t24\tJapan\tAug 13, 2006")
    try analyze("--profiles", profiles).expectSuccess()
    let table = try results.bytes(WrittenResults.audience)
    try run("rank", "--profiles", profiles, "--output", scratch("rank")).expectSuccess()
    #expect(try WrittenResults(in: scratch("rank")).bytes(WrittenResults.audience) == table)
    try run("check", "--output", scratch("output")).expectSuccess()
    #expect(try results.bytes(WrittenResults.audience) == table)
  }

  @Test("The groups of a song add up to its listeners and plays")
  func sums() throws {
    let history = try GeneratedHistory("--rows=20000", "--users=40", "--seed=3")
    let users = (1...30).map { number in
      let id = "user_" + String(String(1_000_000 + number).dropFirst())
      return "\(id)\t\(["m", "f", ""][number % 3])\t\(number * 4)\tCountry \(number % 5)\t"
    }
    try Command.analyze(
      history.path, "--profiles", write(users.joined(separator: "\n")), output: scratch("output")
    ).run().expectSuccess()
    let profiles = try #require(try results.run().profiles)
    #expect(profiles.matched_listeners > 0)
    #expect(profiles.matched_listeners < profiles.listeners)
    let groups = try rows(of: WrittenResults.audience)
    for song in try rows(of: "top_songs.tsv") {
      for attribute in ["country", "age_band", "gender", "sign_up_year"] {
        let own = groups.filter { $0[0] == song[0] && $0[1] == attribute }
        #expect(own.compactMap { Int($0[4]) }.reduce(0, +) == Int(song[5]), "\(song)")
        #expect(own.compactMap { Int($0[5]) }.reduce(0, +) == Int(song[3]), "\(song)")
      }
    }
  }

  @Test("JSON has the groups beside the rankings")
  func json() throws {
    let outcome = try analyze("--profiles", write("x\tm\t24\tJapan\t"), "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    let groups = try #require(object["top_songs_by_profile"] as? [[String: Any]])
    #expect(try groups.count == rows(of: WrittenResults.audience).count)
    #expect(groups.first?["song_rank"] as? Int == 1)
  }

  @Test("Every fault is told with its lines and what to do, and not with --quiet")
  func faults() throws {
    let profiles = try write(
      "a\tm\told\tJapan\tsoon\na\tf\t\t\t\nnonsense\n\tm\t\t\t\nb\tm\t121\t\t\n")
    let outcome = try analyze("--profiles", profiles)
    outcome.expectSuccess()
    for (fault, place) in [
      ("field_count in 1 of 5 rows", "(line 4); "), ("missing_user in 1 of 5 rows", "(line 5); "),
      ("duplicate_user in 1 of 5 rows", "(line 3); "),
      ("invalid_age in 2 of 5 rows", "(lines 2, 6); "),
      ("invalid_registered in 1 of 5 rows", "(line 2); "),
    ] {
      #expect(outcome.messages.contains("warning: \(profiles): \(fault) \(place)"))
    }
    #expect(!outcome.messages.contains("invalid_utf8"))
    #expect(try analyze("--profiles", profiles, "--quiet").messages == "")
  }

  @Test("Of many findings the first are told")
  func manyFaults() throws {
    let profiles = try write(String(repeating: "nonsense\n", count: 25))
    let messages = try analyze("--profiles", profiles).messages
    #expect(messages.contains("field_count in 25 of 25 rows (lines 2, 3, "))
    #expect(messages.contains(", 21 and more); "))
  }

  @Test("A file that is missing, no file or empty is no input, and nothing is touched")
  func noInput() throws {
    let empty = try scratch.write("", to: "empty.tsv")
    for path in [scratch("absent.tsv"), try scratch.directory("folder"), empty, "/dev/null"] {
      try expectRefusal(66, path)
    }
  }

  @Test("A file that may not be read is named")
  func unreadable() throws {
    let earlier = try EarlierResults(in: scratch("output"))
    let path = try write("x\tm\t24\tJapan\t")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let outcome = try Command.analyze(listens, "--profiles", path, output: earlier.directory)
      .boundByPermissions().run()
    outcome.expectFailure(66, naming: path)
    try earlier.expectUntouched()
  }

  @Test("A file without a header is refused, and told what the header is")
  func headless() throws {
    let path = try scratch.write("x\tm\t24\tJapan\t\n", to: "headless.tsv")
    try expectRefusal(65, path, "#id, gender, age, country and registered")
    // A history in place of profiles, and profiles that are packed.
    try expectRefusal(65, listens, ":1:")
    try expectRefusal(65, scratch.write([0x1F, 0x8B, 0x08, 0x00], to: "packed.gz"), "not packed")
  }

  #if os(Linux)
    @Test("Reading that fails half way is told as such")
    func failingRead() throws {
      try expectRefusal(74, "/proc/self/mem")
    }
  #endif

  @Test("A pipe is read to its end")
  func pipe() throws {
    let profiles = try write("x\tm\t24\tJapan\tAug 13, 2006")
    let command = try Command.analyze(
      listens, "--profiles", scratch("pipe"), output: scratch("output"))
    let outcome = try command.within(
      "mkfifo '\(scratch("pipe"))' && { cat '\(profiles)' > '\(scratch("pipe"))' & } && \"$@\""
    ).run()
    outcome.expectSuccess()
    #expect(try results.run().profiles?.users == 1)
  }

  @Test("A run that profiles stop counts as failed in metrics.prom")
  func metrics() throws {
    try analyze().expectSuccess()
    let path = try scratch.write("x\tm\t24\tJapan\t\n", to: "headless.tsv")
    #expect(try analyze("--profiles", path).exitCode == 65)
    let text = try String(decoding: results.bytes("metrics.prom"), as: UTF8.self)
    #expect(text.contains("\nsidelong_last_run_exit_code 65\n"))
    results.expectWhole()
  }

  private var results: WrittenResults { WrittenResults(in: scratch("output")) }

  private func write(_ rows: String) throws -> String {
    try scratch.write("#id\tgender\tage\tcountry\tregistered\n" + rows, to: "profiles.tsv")
  }

  private func analyze(_ options: String...) throws -> Outcome {
    try run(["analyze", "--output", scratch("output")] + options)
  }

  private func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  private func run(_ arguments: [String]) throws -> Outcome {
    try Command.sidelong(
      arguments + [listens, "--fail-on", "never", "--history", "none"]
    ).run()
  }

  private func expectRefusal(
    _ code: Int32, _ path: String, _ reason: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let earlier = try EarlierResults(in: scratch("earlier"))
    let outcome = try Command.analyze(listens, "--profiles", path, output: earlier.directory).run()
    outcome.expectFailure(code, naming: path, sourceLocation: sourceLocation)
    #expect(outcome.messages.contains(reason) || reason == "", sourceLocation: sourceLocation)
    try earlier.expectUntouched(sourceLocation: sourceLocation)
  }

  /// The fields of the lines behind the header.
  private func rows(of name: String) throws -> [[String]] {
    try String(decoding: results.bytes(name), as: UTF8.self).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}

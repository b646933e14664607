import Foundation
import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

/// Kept results are used where they may be, and nothing in the answer tells.
struct CheckpointedRunTests {
  private let kept: SampleCache
  private let directory: TemporaryDirectory

  init() throws {
    kept = try SampleCache()
    directory = try TemporaryDirectory()
  }

  @Test(arguments: UInt64(800)..<830)
  func answersLikeTheReferenceColdAndWarm(seed: UInt64) async throws {
    let files = try RandomHistory(seed: seed).write(to: directory)
    let conformance = EngineConformance { engine() }
    for settings in [AnalysisSettings(), RandomHistory(seed: seed).drawnSettings] {
      for run in ["cold", "warm"] {
        let differences = try await conformance.differences(on: files, settings: settings)
        #expect(differences == [], "seed \(seed), \(run)")
      }
    }
    #expect(kept.reported == [])
  }

  @Test(arguments: UInt64(840)..<860)
  func theVerdictIsTheSameColdAndWarm(seed: UInt64) async throws {
    let history = QualityHistory(seed: seed)
    let files = try history.write(to: directory)
    let plain = try await NativeEngine.with(threads: 2).answer(files, history.settings).report
    for _ in 0..<2 {
      let report = try await engine().answer(files, history.settings).report
      #expect(Self.figures(report) == Self.figures(plain), "seed \(seed)")
    }
    var other = history.settings
    other.gap = SessionGap(seconds: other.gap.seconds * 2 + 1)
    let fresh = try await NativeEngine.with(threads: 2).answer(files, other).report
    let reused = try await engine().answer(files, other).report
    // Findings that depend on the moment of the run are not used at another one.
    let rules = history.question.ruleSet.parameters
    let latest = plain.quality?.profile.timeRange?.upperBound
    let isOfTheFuture = rules.asOf == nil && latest.map { $0 > history.question.now } ?? false
    #expect(Self.hits(reused) == [!isOfTheFuture, false], "seed \(seed)")
    #expect(Self.figures(reused) == Self.figures(fresh), "seed \(seed)")
  }

  @Test func whatTheQuestionChangesIsComputedAndNothingElse() async throws {
    let files = try RandomHistory(seed: 3).write(to: directory)
    func hits(_ change: (inout AnalysisSettings) -> Void) async throws -> [Bool] {
      var settings = AnalysisSettings()
      change(&settings)
      return Self.hits(try await engine().answer(files, settings).report)
    }
    #expect(try await hits { _ in } == [false, false])
    #expect(try await hits { _ in } == [true, true])
    #expect(try await hits { $0.topSessions = 3 } == [true, true])
    #expect(try await hits { $0.rankSessionsBy = .duration } == [true, true])
    #expect(try await hits { $0.gap = SessionGap(seconds: 7) } == [true, false])
    #expect(try await hits { $0.gap = SessionGap(seconds: 7) } == [true, true])
    #expect(
      try await hits { $0.quality = QualityQuestion(ruleSet: RuleSet(), now: .latest) }
        == [false, false])
  }

  /// The longest are kept by themselves, and there may be more.
  @Test(arguments: UInt64(870)..<890)
  func anotherRankingOfKeptSessionsIsThatOfAFreshRun(seed: UInt64) async throws {
    var settings = AnalysisSettings(gap: SessionGap(seconds: 1))
    let (kept, more) = (SessionFile.longestCount, SessionFile.longestCount + 100)
    let files = [try directory.write(Self.manySessions(more + 50, seed: seed), to: "many.tsv")]
    _ = try await engine().answer(files, settings)
    for count in [0, 1, 60, kept - 1, kept, kept + 1, more, 10 * more] {
      for measure in SessionMeasure.allCases {
        (settings.topSessions, settings.rankSessionsBy) = (count, measure)
        let report = try await engine().answer(files, settings).report
        let fresh = try await NativeEngine().answer(files, settings).report
        #expect(Self.hits(report) == [true, true])
        #expect(Self.figures(report) == Self.figures(fresh), "seed \(seed), \(count) \(measure)")
      }
    }
  }

  /// Listens of some users, most of them alone, every other one of a few in a row.
  private static func manySessions(_ count: Int, seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var time = 1_000_000_000
    let lines = (0..<count).flatMap { session in
      let user = Int.random(in: 0..<40, using: &generator)
      let tracks = session.isMultiple(of: 2) ? 1 : Int.random(in: 1...4, using: &generator)
      time += 10
      return (0..<tracks).map { track in
        let instant = Instant(secondsSinceEpoch: UInt32(time + track))
        return "user_\(user)\t\(instant)\t\ta\t\tsong \(track)\n"
      }
    }
    return Array(lines.joined().utf8)
  }

  /// With less memory users are partitioned, and their listens stand in another order.
  @Test(arguments: UInt64(890)..<900)
  func listensThatWereKeptAgainAreCutAgain(seed: UInt64) async throws {
    let files = [try directory.write(Self.manySessions(300, seed: seed), to: "many.tsv")]
    let other = AnalysisSettings(gap: SessionGap(seconds: 7))
    _ = try await engine().answer(files, other)
    for entry in try kept.cache.entries() where entry.stage == "listens" {
      try FileManager.default.removeItem(atPath: kept.cache.path(of: entry.name))
    }
    let again = try await engine(memory: 1 << 10).answer(files).report
    #expect(Self.hits(again) == [false, false])
    let report = try await engine().answer(files, other).report
    let fresh = try await NativeEngine().answer(files, other).report
    #expect(Self.hits(report) == [true, false], "seed \(seed)")
    #expect(Self.figures(report) == Self.figures(fresh), "seed \(seed)")
    #expect(Self.hits(try await engine().answer(files, other).report) == [true, true])
  }

  @Test func rulesThatAreJudgedLaterReuseTheFindings() async throws {
    let files = try RandomHistory(seed: 3).write(to: directory)
    func hits(_ change: (inout RuleSet) -> Void) async throws -> [Bool] {
      var rules = RuleSet()
      change(&rules)
      let settings = AnalysisSettings(quality: QualityQuestion(ruleSet: rules, now: .latest))
      return Self.hits(try await engine().answer(files, settings).report)
    }
    #expect(try await hits { _ in } == [false, false])
    #expect(
      try await hits {
        $0.settings["validity_mbid"] = RuleSetting(.warning, warning: .count(7))
      } == [true, true])
    #expect(try await hits { $0.parameters.longestSession = 9 } == [true, false])
    #expect(try await hits { $0.parameters.listensPerDay = 9 } == [false, false])
    #expect(
      try await hits {
        $0.settings["completeness_track_mbid"] = RuleSetting(.error, error: .count(7))
      } == [false, false])
  }

  @Test func aChangedInputIsReadAgain() async throws {
    let files = try RandomHistory(seed: 3).write(to: directory)
    let first = try await engine().answer(files).report
    let path = try #require(files.first)
    let more =
      try Data(contentsOf: URL(filePath: path)) + Data("u\t2009-01-01T00:00:00Z\t\ta\t\tb\n".utf8)
    try more.write(to: URL(filePath: path))
    let second = try await engine().answer(files).report
    #expect(Self.hits(second) == [false, false])
    #expect(second.counts.rows == first.counts.rows + 1)
  }

  /// A listen from after the run is late today and need not be tomorrow.
  @Test func listensOfTheFutureAreJudgedAgain() async throws {
    let line = "u\t2009-01-01T00:00:00Z\t\ta\t\tb\n"
    let file = try directory.write(Array(line.utf8), to: "listens.tsv")
    for (now, expected) in [(1_000_000_000, 1), (2_000_000_000, 0), (1_000_000_000, 1)] {
      let moment = Instant(secondsSinceEpoch: UInt32(now))
      let settings = AnalysisSettings(quality: QualityQuestion(ruleSet: RuleSet(), now: moment))
      let report = try await engine().answer([file], settings).report
      let result = report.quality?.results.first { $0.rule.id == "timeliness_as_of" }
      #expect(result?.failed == expected)
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func damageIsFoundAndComputedAgain(seed: UInt64) async throws {
    let history = QualityHistory(seed: 860)
    let files = try history.write(to: directory)
    let whole = try await engine().answer(files, history.settings).report
    var generator = SeededGenerator(seed: seed)
    for name in try FileManager.default.contentsOfDirectory(atPath: kept.directory.path) {
      let url = URL(filePath: "\(kept.directory.path)/\(name)")
      var bytes = try Data(contentsOf: url)
      for _ in 0..<64 { bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^= 0x10 }
      try bytes.write(to: url)
    }
    let report = try await engine().answer(files, history.settings).report
    #expect(Self.figures(report) == Self.figures(whole), "seed \(seed)")
  }

  @Test func verifyingFindsContentThatChangedUnseen() async throws {
    let history = RandomHistory(seed: 3)
    let files = try history.write(to: directory)
    let (report, _) = try await engine().answer(files)
    #expect(Self.hits(try await engine(verifies: true).answer(files).report) == [true, true])
    #expect(kept.reported == [])
    try forgeContentHash()
    let again = try await engine(verifies: true).answer(files).report
    #expect(again.counts == report.counts)
    #expect(kept.reported.contains { $0.contains("do not hold what they held") })
  }

  /// Makes the kept hash of the content another one, in a file that is whole.
  private func forgeContentHash() throws {
    for entry in try kept.cache.entries() where entry.stage == "listens" {
      let key = CheckpointKey(stage: .listens, text: try #require(entry.keyText))
      let reader = try #require(kept.cache.open(key))
      let writer = try #require(kept.cache.begin(key))
      for name in ["seconds", "rows", "blocks", "lines", "rejects", "state"] {
        var bytes = try reader.bytes(ofSection: name)
        if name == "state" {
          var state = try #require(
            JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
          state["contentHashes"] = (state["contentHashes"] as? [Any] ?? []).map { _ in 7 }
          bytes = try [UInt8](JSONSerialization.data(withJSONObject: state))
        }
        try writer.append(section: name, bytes)
      }
      _ = try writer.publish()
    }
  }

  @Test func aCacheThatCannotBeWrittenIsAWarning() async throws {
    let files = try RandomHistory(seed: 3).write(to: directory)
    let reports = SampleReports()
    var options = NativeEngine.Options(threads: 2)
    options.cache = CheckpointCache(directory: "/dev/null/cache", limit: .max) { reports.add($0) }
    let report = try await NativeEngine(options).answer(files).report
    let plain = try await NativeEngine().answer(files).report
    #expect(report.counts == plain.counts)
    #expect(reports.lines.contains { $0.contains("cannot write in /dev/null/cache") })
  }

  private func engine(memory: Int? = nil, verifies: Bool = false) -> NativeEngine {
    var options = NativeEngine.Options(threads: 2)
    options.blockSize = 700
    options.memory = memory ?? options.memory
    options.cache = kept.cache
    options.verifiesCache = verifies
    return NativeEngine(options)
  }

  private static func hits(_ report: AnalysisReport) -> [Bool] {
    report.execution.checkpoints.map(\.isHit)
  }

  /// Everything that the verdict says.
  private static func figures(_ report: AnalysisReport) -> [String] {
    let results = report.quality?.results.map {
      "\($0.rule.id) \($0.units) \($0.failed) \($0.samples)"
    }
    return (results ?? []) + [
      "\(report.counts.rows) \(report.counts.duplicates) \(report.counts.sessions)",
      "\(RejectReason.allCases.map { report.counts.rejected[$0] ?? 0 })",
      "\(report.topSessions.map { [$0.distinctSongs, $0.session.trackCount] })",
      "\(report.topSessions.map(\.session))", "\(report.topSongs)",
      "\(report.quality?.rowsWithErrors ?? -1)", "\(report.quality?.profile.columns ?? [])",
      "\(report.quality?.profile.listensPerYear.sorted { $0.key < $1.key } ?? [])",
    ]
  }
}

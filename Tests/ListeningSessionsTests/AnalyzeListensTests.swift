import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct AnalyzeListensTests {
  private let rejected = RejectedRow(
    inputPath: "a.tsv", lineNumber: 1, byteOffset: 0, reason: .fieldCount, rawLine: [0x78])

  @Test func aGoodAnswerIsWrittenAndReturned() async throws {
    let writer = RecordingWriter()
    let report = try await run(.success(report(rows: 5, rejects: [:])), writer)
    #expect(report.counts.rows == 5)
    #expect(writer.events == [.commit(rows: 5)])
    #expect(writer.collected.rows == [rejected])
  }

  @Test func nothingIsWrittenWhenTheEngineFails() async {
    let failure = AnalysisError(.inputOutput, "broken", advice: "repair it")
    let writer = RecordingWriter()
    await #expect(throws: failure) { try await run(.failure(failure), writer) }
    #expect(writer.events == [.discard])
  }

  @Test func whatWasBegunIsDiscardedWhenWritingFails() async throws {
    let failure = AnalysisError(.cannotCreateOutput, "full", advice: "make room")
    let writer = RecordingWriter(failingWith: failure)
    let answer = report(rows: 5, rejects: [:])
    await #expect(throws: failure) { try await run(.success(answer), writer) }
    #expect(writer.events == [.commit(rows: 5), .discard])
  }

  @Test func inputsWithoutARowAreNoInputAndLeaveNothing() async throws {
    let writer = RecordingWriter()
    let error = await #expect(throws: AnalysisError.self) {
      try await run(.success(report(rows: 0, rejects: [:])), writer)
    }
    #expect(error?.code == .noInput)
    #expect(error?.message == "no rows in a.tsv, b.tsv")
    #expect(writer.events == [.discard])
  }

  @Test func rowsThatAreAllRejectedAreWrittenAndThenAnError() async throws {
    let writer = RecordingWriter()
    let answer = report(rows: 4, rejects: [.invalidTimestamp: 3, .fieldCount: 1])
    let error = await #expect(throws: AnalysisError.self) {
      try await run(.success(answer), writer)
    }
    #expect(error?.code == .unusableInput)
    #expect(error?.message == "none of the 4 rows is a listen (most: invalid_timestamp)")
    #expect(writer.events == [.commit(rows: 4)])
  }

  @Test func profilesAreJoinedBeforeTheAnswerIsWritten() async throws {
    let writer = RecordingWriter()
    let header = "#id\tgender\tage\tcountry\tregistered\n"
    let profiles = try ListenerProfiles(of: Array((header + "u\t\t\tPeru\t").utf8), path: "p")
    var listens = RankedListens()
    listens.add("u", tracks: ["x"])
    var counts = RowCounts()
    counts.rows = 1
    let answer = listens.report(counts: counts)
    #expect(answer.audience == nil)
    let report = try await run(.success(answer), writer, profiles)
    #expect(report.audience?.groups.map(\.value).first == .known("Peru"))
    #expect(writer.committedAudiences == [1])
    #expect(try await run(.success(answer), writer).audience == nil)
    #expect(writer.committedAudiences == [1, nil])
  }

  private func report(rows: Int, rejects: [RejectReason: Int]) -> AnalysisReport {
    var counts = RowCounts()
    counts.rows = rows
    counts.rejected.merge(rejects) { $1 }
    return AnalysisReport(
      settings: AnalysisSettings(), inputs: [], counts: counts, sessions: [], names: NameTable(),
      execution: Execution(engine: "stub", threads: 1, stages: [], peakMemoryBytes: nil))
  }

  @discardableResult
  private func run(
    _ result: Result<AnalysisReport, AnalysisError>, _ writer: RecordingWriter,
    _ profiles: ListenerProfiles? = nil
  ) async throws -> AnalysisReport {
    let analysis = AnalyzeListens(
      engine: StubEngine(rejected: [rejected], result: result), writer: writer,
      progress: NoProgress())
    return try await analysis.run(
      ["a.tsv", "b.tsv"], settings: AnalysisSettings(), profiles: profiles)
  }
}

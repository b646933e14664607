import FoundationEssentials
public import ListeningSessions

/// The figures of earlier runs, for people and for programs.
public enum RunList {
  /// A table, one line a run.
  public static func text(of runs: [RunMetrics]) -> String {
    var table = TextTable([
      ("started", .left), ("status", .left), ("rows", .right), ("users", .right),
      ("rejected %", .right), ("score", .right), ("seconds", .right), ("exit", .right),
      ("run", .left),
    ])
    for run in runs {
      table.append([
        run.startedAt.description, run.status?.rawValue ?? "basic",
        ReadableNumber.grouped(run.rows), ReadableNumber.grouped(run.users),
        ReadableNumber.percent(run.rejectShare),
        run.score.map(ReadableNumber.percent) ?? "", ReadableNumber.percent(run.seconds),
        String(run.exitCode), run.runID,
      ])
    }
    return table.lines.joined(separator: "\n") + "\n"
  }

  /// An array of objects.
  public static func json(of runs: [RunMetrics]) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return try [UInt8](encoder.encode(runs.map(Row.init))) + [0x0A]
  }

  private struct Row: Encodable {
    let runId: String
    let startedAt: String
    @Nullable var status: String?
    let rows: Int
    let users: Int
    let rejectShare: Double
    @Nullable var blankShare: Double?
    @Nullable var score: Double?
    let seconds: Double
    let exitCode: Int

    init(_ run: RunMetrics) {
      runId = run.runID
      startedAt = run.startedAt.description
      status = run.status?.rawValue
      rows = run.rows
      users = run.users
      rejectShare = run.rejectShare
      blankShare = run.blankShare
      score = run.score
      seconds = run.seconds
      exitCode = run.exitCode
    }
  }
}

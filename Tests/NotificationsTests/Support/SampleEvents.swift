import ListeningSessions
import Notifications

/// Events of `SampleRun`.
enum SampleEvents {
  static func of(_ inputs: [String]) -> OpenLineageEvents {
    OpenLineageEvents(
      run: SampleRun.identity, job: "sessions.analyze", engine: "native",
      settings: AnalysisSettings(),
      parameters: ["quality": "full", "as_of": "2023-11-14T22:13:20Z"], inputs: inputs,
      directory: "/data/run")
  }

  /// START, COMPLETE, FAIL and ABORT.
  static func all(_ report: AnalysisReport) -> [[UInt8]] {
    let events = of(report.inputs.map(\.path))
    let outputs = [
      OpenLineageOutput(path: "out/top_sessions.tsv", rowCount: 50, byteCount: 1234),
      OpenLineageOutput(path: "/out/run.json", rowCount: nil, byteCount: nil),
    ]
    return [
      events.start(), events.complete(report, outputs: outputs, at: SampleRun.end),
      events.fail("disk full", report: report, outputs: outputs, at: SampleRun.end),
      events.abort(at: SampleRun.end),
    ]
  }
}

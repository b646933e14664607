import ListeningSessions
import Notifications

/// Sends the OpenLineage events of a run, without ever holding it back.
struct LineageReporter: Sendable {
  private let transport: OpenLineageTransport
  private let events: OpenLineageEvents

  /// Prepares the events; nil when they are wanted nowhere.
  init?(_ file: String?, _ events: OpenLineageEvents) throws {
    self.events = events
    if let file {
      transport = .file(file)
    } else if let url = Environment.lineageURL {
      transport = try .http(
        Endpoint(url, from: "OPENLINEAGE_URL"), apiKey: Environment.lineageKey)
    } else {
      return nil
    }
  }

  /// Tells that the run began; runs beside the analysis and is awaited before the last event.
  func start() -> Task<Void, Never> {
    Task { await emit(events.start()) }
  }

  func complete(_ report: AnalysisReport, _ outputs: [OpenLineageOutput], at end: Instant) async {
    await emit(events.complete(report, outputs: outputs, at: end))
  }

  func fail(_ message: String, at end: Instant) async {
    await emit(events.fail(message, at: end))
  }

  private func emit(_ event: [UInt8]) async {
    let outcome = await transport.emit(event)
    if !outcome.isDelivered {
      StandardError.write("sidelong: warning: OpenLineage: \(outcome.description)")
    }
  }
}

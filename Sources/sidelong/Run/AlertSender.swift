import ListeningSessions
import Notifications

/// Sends the alerts of a run after its results are written.
struct AlertSender: Sendable {
  private let webhook: AlertWebhook?
  private let command: AlertCommand?

  /// - Throws: `AnalysisError.configuration` when the webhook's file holds no URL.
  init(_ options: MonitoringOptions) throws {
    webhook = try options.alertWebhook.map { AlertWebhook(try Endpoint(file: $0)) }
    command = options.alertCommand.map { AlertCommand($0) }
  }

  /// Tells about a run that did not pass or differs from earlier ones.
  func send(_ report: AnalysisReport, _ run: RunIdentity, _ anomalies: [Anomaly]) async {
    guard let quality = report.quality, quality.status > .passed || !anomalies.isEmpty else {
      return
    }
    let message = AlertMessage(
      run: run, status: quality.status, score: quality.score, counts: report.counts,
      reasons: quality.reasons, anomalies: anomalies.map(\.message))
    await warn("webhook", webhook?.send(message))
    await warn("command", command?.run(message))
  }

  private func warn(_ receiver: String, _ outcome: DeliveryOutcome?) {
    guard let outcome, !outcome.isDelivered else { return }
    StandardError.write("sidelong: warning: alert \(receiver): \(outcome.description)")
  }
}

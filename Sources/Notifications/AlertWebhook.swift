/// Posts an alert to a chat system's incoming webhook.
///
/// It is sent after the results are written and never throws, so a receiver that is down costs an
/// analysis at most `policy.totalTime` and nothing else.
public struct AlertWebhook: Sendable {
  private let post: HTTPPost
  private let policy: RetryPolicy

  public init(_ endpoint: Endpoint, policy: RetryPolicy = RetryPolicy()) {
    post = HTTPPost(endpoint: endpoint)
    self.policy = policy
  }

  /// Delivers the message or gives up.
  public func send(_ message: AlertMessage) async -> DeliveryOutcome {
    let body = message.slackJSON
    return await policy.deliver { limit in await post.send(body, within: limit) }
  }
}

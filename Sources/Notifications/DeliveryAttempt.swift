/// How one attempt to deliver a message ended.
enum DeliveryAttempt: Hashable, Sendable {
  case delivered
  /// Another attempt may succeed, not before `after` if the receiver said so.
  case failed(String, after: Duration? = nil)
  /// The receiver will not take this message, however often it is sent.
  case refused(String)
}

/// What is looked at of an answer: its status, and when to come again.
struct HTTPAnswer {
  private var status: Int?
  private var retryAfter: Duration?

  /// - Parameter head: status line and headers as received; of several, as behind a proxy or after
  ///   `100 Continue`, the last counts.
  init(head: String) {
    for line in head.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("HTTP/") {
        status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        retryAfter = nil
      } else if let colon = line.firstIndex(of: ":"),
        line[..<colon].lowercased() == "retry-after"
      {
        let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
        retryAfter = UInt32(value).map(Duration.seconds)
      }
    }
  }

  /// Whether the message is delivered, and if not, whether to try again.
  var attempt: DeliveryAttempt {
    guard let status else { return .refused("the answer is not HTTP") }
    return switch status {
    case 200..<300: .delivered
    case 429, 500..<600: .failed("status \(status)", after: retryAfter)
    default: .refused("status \(status)")
    }
  }
}

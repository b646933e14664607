import Foundation

/// Posts JSON to an endpoint, one attempt at a time, with the program curl.
///
/// A library for HTTP would be loaded by every run, and costs a tenth of one that answers from its
/// checkpoints; see docs/adr/0013-http-by-the-program-curl.md. Nothing secret stands on a command
/// line: what is asked for comes on curl's standard input.
struct HTTPPost: Sendable {
  let endpoint: Endpoint
  /// Value of the header `Authorization`, if the receiver wants one.
  var authorization: String?

  /// Sends `body` and judges the answer.
  ///
  /// Connection errors, 429 and 5xx are worth another attempt; nothing else is. Redirects are not
  /// followed: a webhook that moved is to be configured anew, and the key is for one host only.
  func send(_ body: [UInt8], within limit: Duration) async -> DeliveryAttempt {
    guard let content = TemporaryFile(body),
      let request = TemporaryFile(configuration(bodyPath: content.path).utf8)?.withoutName(),
      let answer = TemporaryFile([])?.withoutName()
    else { return .refused("cannot write the message to a temporary file") }
    let end = await ChildProcess(
      // Without the user's own settings, which might follow redirects or print the address.
      executable: "/usr/bin/env", arguments: ["curl", "--disable", "--config", "-"],
      input: request, output: answer
    ).run(within: limit)
    switch end {
    case .status(0):
      guard (try? answer.seek(toOffset: 0)) != nil, let head = try? answer.readToEnd() else {
        return .refused("the answer is not HTTP")
      }
      return HTTPAnswer(head: String(decoding: head, as: UTF8.self)).attempt
    case .status(127): return .refused("the program curl is missing: install it")
    case .status(let status): return .failed(HTTPPost.reason(of: status))
    case .signal(let signal): return .failed("curl was ended by signal \(signal)")
    case .outOfTime: return .failed("no answer in time")
    case .interrupted: return .failed("interrupted")
    case .notStarted: return .refused("cannot run /usr/bin/env")
    }
  }

  /// The request in the form of curl's settings.
  private func configuration(bodyPath: String) -> String {
    var settings = [
      ("url", endpoint.url.absoluteString), ("proto", "=http,https"),
      ("data-binary", "@" + bodyPath),
      ("header", "Content-Type: application/json"),
      // Or curl would wait for leave to send a long body.
      ("header", "Expect:"), ("dump-header", "-"), ("output", "/dev/null"),
    ]
    if let authorization { settings.append(("header", "Authorization: " + authorization)) }
    return "globoff\nsilent\n"
      + settings.map { "\($0) = \"\(HTTPPost.escaped($1))\"\n" }.joined()
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// What a status of curl's means; never its own text, which holds the address.
  private static func reason(of status: Int32) -> String {
    switch status {
    case 6: "the host is not known"
    case 7: "no connection"
    case 28: "no answer in time"
    case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91: "no secure connection"
    case 16, 18, 52, 55, 56, 92: "the connection was lost"
    default: "the connection failed (curl: \(status))"
    }
  }
}

import ListeningSessions

extension AlertMessage {
  /// Slack's limit for the text of a block, in characters.
  private static let blockLimit = 3000

  /// The message as a Slack incoming webhook takes it; other chat systems read the same form.
  ///
  /// `text` is what notifications and receivers without blocks show.
  public var slackJSON: [UInt8] {
    let sections = [section("Reasons", reasons), section("Anomalies", anomalies)]
      .filter { !$0.isEmpty }
      .map { block("section", $0.joined(separator: "\n")) }
    let headline: JSONValue = [
      "type": "header", "text": ["type": "plain_text", "text": .string(self.headline)],
    ]
    let context: JSONValue = [
      "type": "context",
      "elements": .array([countsLine, "Run: \(run.id)"].compactMap(\.self).map(markdown)),
    ]
    let message: JSONValue = [
      "text": .string(escaped(lines.joined(separator: "\n"))),
      "blocks": .array([headline] + sections + [context]),
    ]
    return message.utf8
  }

  private func block(_ type: String, _ text: String) -> JSONValue {
    ["type": .string(type), "text": markdown(text)]
  }

  private func markdown(_ text: String) -> JSONValue {
    let escaped = escaped(text)
    let fitting =
      escaped.count <= AlertMessage.blockLimit
      ? escaped : escaped.prefix(AlertMessage.blockLimit - 1) + "\u{2026}"
    return ["type": "mrkdwn", "text": .string(fitting)]
  }

  /// Slack reads `<!channel>` as a call to everybody; these three characters are its syntax.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}

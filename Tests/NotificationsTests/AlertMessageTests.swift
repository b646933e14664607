import Foundation
import ListeningSessions
import Testing

@testable import Notifications

struct AlertMessageTests {
  @Test func linesSayTheMostImportantFirst() {
    #expect(
      message(score: 93.456, reasons: ["one", "two"], anomalies: ["rows: 5, expected 9"])
        .plainText == """
          Sidelong: warning, score 93.46 %
          Reasons:
          - one
          - two
          Anomalies:
          - rows: 5, expected 9
          Rows: 1000, listens: 975, duplicates: 5, rejected: 20, users: 3, sessions: 40
          Run: 0198d1c2-7b1e-7c3a-9f52-2f6d3a8f9b10

          """)
  }

  @Test func whatThereIsNotIsNotMentioned() {
    let message = AlertMessage(
      run: SampleRun.identity, status: .error, score: nil, counts: nil, reasons: [], anomalies: [])
    #expect(message.lines == ["Sidelong: error", "Run: 0198d1c2-7b1e-7c3a-9f52-2f6d3a8f9b10"])
    #expect(message.scoreText == "")
  }

  @Test(arguments: [
    (0, "0.00"), (0.05, "0.05"), (94.996, "95.00"), (99.999, "99.99"), (100, "100.00"),
  ])
  func onlyAFullScoreIsShownAsOne(score: Double, text: String) {
    #expect(message(score: score).scoreText == text)
  }

  @Test func findingsCannotForgeLines() {
    let message = message(reasons: ["a\nRun: 1\r\n\u{85}\u{2028}b"])
    #expect(message.lines[2] == "- a Run: 1    b")
  }

  @Test func ofManyFindingsTheNumberIsGiven() {
    let lines = message(reasons: (1...25).map { "reason \($0)" }).lines
    #expect(lines[21...22] == ["- reason 20", "- and 5 more"])
  }

  @Test func slackGetsTextAndBlocks() throws {
    let slack = try decode(message(reasons: ["a"], anomalies: ["b"]))
    #expect(slack.text.hasPrefix("Sidelong: warning, score 90.00 %\nReasons:\n- a\n"))
    #expect(slack.blocks.map(\.type) == ["header", "section", "section", "context"])
    #expect(slack.blocks[0].text?.type == "plain_text")
    #expect(slack.blocks[1].text?.text == "Reasons:\n- a")
    #expect(slack.blocks[2].text?.text == "Anomalies:\n- b")
    #expect(slack.blocks[3].elements?.last?.text == "Run: 0198d1c2-7b1e-7c3a-9f52-2f6d3a8f9b10")
  }

  @Test func findingsCannotCallEverybody() throws {
    let slack = try decode(message(reasons: ["<!channel> & <@U1>"]))
    #expect(slack.blocks[1].text?.text == "Reasons:\n- &lt;!channel&gt; &amp; &lt;@U1&gt;")
    #expect(!slack.text.contains("<"))
  }

  @Test func aBlockKeepsToSlacksLimit() throws {
    let long = (0..<15).map { _ in String(repeating: "x", count: 500) }
    let slack = try decode(message(reasons: long))
    #expect(slack.blocks[1].text?.text.count == 3000)
    #expect(slack.blocks[1].text?.text.hasSuffix("x\u{2026}") == true)
  }

  private func message(
    score: Double = 90, reasons: [String] = [], anomalies: [String] = []
  ) -> AlertMessage {
    AlertMessage(
      run: SampleRun.identity, status: .warning, score: score, counts: SampleRun.counts(),
      reasons: reasons, anomalies: anomalies)
  }

  private struct Slack: Decodable {
    struct Text: Decodable {
      let type: String
      let text: String
    }

    struct Block: Decodable {
      let type: String
      let text: Text?
      let elements: [Text]?
    }

    let text: String
    let blocks: [Block]
  }

  private func decode(_ message: AlertMessage) throws -> Slack {
    try JSONDecoder().decode(Slack.self, from: Data(message.slackJSON))
  }
}

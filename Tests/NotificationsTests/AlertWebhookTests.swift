import ListeningSessions
import Testing

@testable import Notifications

struct AlertWebhookTests {
  private let message = AlertMessage(
    run: SampleRun.identity, status: .failed, score: 80, counts: SampleRun.counts(),
    reasons: ["validity_timestamp: 20 of 1000 rows"], anomalies: [])

  @Test func aReceiverThatFailsTwiceGetsTheMessage() async throws {
    let receiver = try Receiver("500,503,200")
    let outcome = await AlertWebhook(try receiver.endpoint(), policy: .quick).send(message)
    #expect(outcome == .delivered(attempts: 3))
    let requests = try receiver.requests()
    #expect(requests.count == 3)
    for request in requests {
      #expect(request.method == "POST")
      #expect(request.path == "/secret/T00/B00")
      #expect(request.headers["content-type"] == "application/json")
      #expect(request.body == String(decoding: message.slackJSON, as: UTF8.self))
    }
  }

  @Test func tooManyRequestsAreTriedAgainWhenTheReceiverSays() async throws {
    let receiver = try Receiver("429/2,200")
    let clock = PauseClock()
    let policy = clock.applied(to: .quick)
    let outcome = await AlertWebhook(try receiver.endpoint(), policy: policy).send(message)
    #expect(outcome == .delivered(attempts: 2))
    #expect(clock.pauses == [.seconds(2)])
  }

  @Test func aReceiverThatGoesOnFailingIsGivenUp() async throws {
    let receiver = try Receiver("502")
    let outcome = await AlertWebhook(try receiver.endpoint(), policy: .quick).send(message)
    #expect(outcome == .givenUp(attempts: 4, reason: "status 502"))
    #expect(try receiver.requests().count == 4)
  }

  @Test(arguments: [400, 404, 410])
  func aRefusalIsNotTriedAgain(status: Int) async throws {
    let receiver = try Receiver("\(status)")
    let outcome = await AlertWebhook(try receiver.endpoint(), policy: .quick).send(message)
    #expect(outcome == .givenUp(attempts: 1, reason: "status \(status)"))
    #expect(try receiver.requests().count == 1)
  }

  @Test func aReceiverThatIsDownIsTriedAgain() async throws {
    let receiver = try Receiver("down")
    let outcome = await AlertWebhook(try receiver.endpoint(), policy: .quick).send(message)
    #expect(outcome == .givenUp(attempts: 4, reason: "no connection"))
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["hang", "drip"])
  func aReceiverThatDoesNotAnswerCostsTheTimeLimit(mode: String) async throws {
    let receiver = try Receiver(mode)
    var policy = RetryPolicy.quick
    policy.attempts = 2
    policy.attemptTime = .seconds(2)
    let webhook = AlertWebhook(try receiver.endpoint(), policy: policy)
    var outcome: DeliveryOutcome?
    let time = await ContinuousClock().measure { outcome = await webhook.send(message) }
    #expect(outcome == .givenUp(attempts: 2, reason: "no answer in time"))
    #expect(time >= .seconds(4))
    #expect(try receiver.requests().count == 2)
  }

  @Test func aRedirectIsNotFollowed() async throws {
    let other = try Receiver("200")
    let receiver = try Receiver("307>http://127.0.0.1:\(other.port)/other")
    let outcome = await AlertWebhook(try receiver.endpoint(), policy: .quick).send(message)
    #expect(outcome == .givenUp(attempts: 1, reason: "status 307"))
    #expect(try receiver.requests().count == 1)
    #expect(try other.requests().isEmpty)
  }

  @Test func anUnknownHostIsAReasonWithoutItsName() async throws {
    let endpoint = try Endpoint("http://no-such-host.invalid/secret", from: "a test")
    var policy = RetryPolicy.quick
    policy.attempts = 1
    let outcome = await AlertWebhook(endpoint, policy: policy).send(message)
    #expect(!outcome.isDelivered)
    #expect(!outcome.description.contains("invalid") && !outcome.description.contains("secret"))
  }

  @Test(.timeLimit(.minutes(5))) func anInterruptEndsTheDelivery() async throws {
    let receiver = try Receiver("hang")
    var policy = RetryPolicy()
    policy.attemptTime = .seconds(240)
    policy.totalTime = .seconds(240)
    let webhook = AlertWebhook(try receiver.endpoint(), policy: policy)
    let delivery = Task { await webhook.send(message) }
    // Bounded: a delivery that gave up meanwhile must fail the test, not hang it.
    for _ in 0..<24_000 where try receiver.requests().isEmpty {
      try await Task.sleep(for: .milliseconds(5))
    }
    delivery.cancel()
    let outcome = await delivery.value
    guard case .givenUp(1, let reason) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(reason.hasSuffix("then interrupted"))
  }
}

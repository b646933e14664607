import Testing

@testable import Notifications

struct RetryPolicyTests {
  private let clock = PauseClock()

  @Test func pausesDoubleUpToTheLongest() async {
    var policy = clock.applied(to: RetryPolicy())
    policy.attempts = 7
    policy.totalTime = .seconds(60)
    let outcome = await policy.deliver { _ in .failed("status 503") }
    #expect(outcome == .givenUp(attempts: 7, reason: "status 503"))
    #expect(
      clock.pauses == [
        .milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(8),
      ])
  }

  @Test(arguments: [(0.0, 250), (0.5, 375), (1.0, 500)])
  func halfOfAPauseIsLeftToChance(chance: Double, milliseconds: Int) {
    var policy = RetryPolicy()
    policy.chance = { chance }
    #expect(policy.pause(after: 1) == .milliseconds(milliseconds))
  }

  @Test func chanceDiffers() {
    let policy = RetryPolicy()
    let pauses = Set((0..<20).map { _ in policy.pause(after: 1) })
    #expect(pauses.count > 1)
    #expect(pauses.allSatisfy { (.milliseconds(250)...(.milliseconds(500))).contains($0) })
  }

  @Test func theReceiverMayAskForALongerPause() async {
    let policy = clock.applied(to: RetryPolicy())
    var answers: [DeliveryAttempt] = [.failed("status 429", after: .seconds(5)), .delivered]
    let outcome = await policy.deliver { _ in answers.removeFirst() }
    #expect(outcome == .delivered(attempts: 2))
    #expect(clock.pauses == [.seconds(5)])
  }

  @Test func aPauseBeyondTheTotalTimeIsNotBegun() async {
    let policy = clock.applied(to: RetryPolicy())
    let outcome = await policy.deliver { _ in .failed("status 429", after: .seconds(3600)) }
    #expect(
      outcome == .givenUp(attempts: 1, reason: "status 429; no time for another attempt"))
    #expect(clock.pauses == [])
  }

  @Test func attemptsGetNoMoreThanTheTimeThatIsLeft() async {
    var policy = clock.applied(to: RetryPolicy())
    policy.totalTime = .seconds(15)
    var limits: [Duration] = []
    let outcome = await policy.deliver { limit in
      limits.append(limit)
      clock.pass(limit)
      return .failed("no answer in time")
    }
    #expect(limits == [.seconds(10), .milliseconds(4500)])
    #expect(
      outcome == .givenUp(attempts: 2, reason: "no answer in time; no time for another attempt"))
  }

  @Test func aRefusalIsFinal() async {
    let outcome = await clock.applied(to: RetryPolicy()).deliver { _ in .refused("status 400") }
    #expect(outcome == .givenUp(attempts: 1, reason: "status 400"))
  }

  @Test func anInterruptEndsThePauses() async {
    var policy = RetryPolicy()
    policy.sleep = { _ in throw CancellationError() }
    let outcome = await policy.deliver { _ in .failed("no connection") }
    #expect(outcome == .givenUp(attempts: 1, reason: "no connection; then interrupted"))
  }

  @Test func outcomesReadWell() {
    #expect("\(DeliveryOutcome.delivered(attempts: 1))" == "delivered after 1 attempt")
    #expect(
      "\(DeliveryOutcome.givenUp(attempts: 4, reason: "status 503"))"
        == "given up after 4 attempts: status 503")
    #expect(DeliveryOutcome.delivered(attempts: 2).isDelivered)
    #expect(!DeliveryOutcome.givenUp(attempts: 1, reason: "").isDelivered)
  }
}

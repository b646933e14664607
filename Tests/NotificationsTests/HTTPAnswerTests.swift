import Testing

@testable import Notifications

struct HTTPAnswerTests {
  @Test(arguments: [
    ("HTTP/1.1 200 OK\r\n\r\n", DeliveryAttempt.delivered),
    ("HTTP/2 204 \r\nretry-after: 3\r\n\r\n", .delivered),
    (
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 Busy\r\nRetry-After:  7\r\n\r\n",
      .failed("status 503", after: .seconds(7))
    ),
    ("HTTP/1.0 503 A\r\nRetry-After: 7\r\n\r\nHTTP/1.1 502 B\r\n\r\n", .failed("status 502")),
    (
      "HTTP/1.1 429 Slow\r\nRetry-After: Wed, 21 Oct 2026 07:28:00 GMT\r\n\r\n",
      .failed("status 429")
    ),
    ("HTTP/1.1 302 Found\r\nLocation: http://elsewhere\r\n\r\n", .refused("status 302")),
    ("", .refused("the answer is not HTTP")),
    ("HTTP/1.1 what\r\n\r\n", .refused("the answer is not HTTP")),
  ])
  func theLastStatusCounts(head: String, attempt: DeliveryAttempt) {
    #expect(HTTPAnswer(head: head).attempt == attempt)
  }
}

import Foundation
import FoundationNetworking

/// Posts JSON to an endpoint, one attempt at a time.
struct HTTPPost: Sendable {
  let endpoint: Endpoint
  /// Value of the header `Authorization`, if the receiver wants one.
  var authorization: String?

  /// Sends `body` and judges the answer.
  ///
  /// Connection errors, 429 and 5xx are worth another attempt; nothing else is. Redirects are not
  /// followed: a webhook that moved is to be configured anew, and the key is for one host only.
  func send(_ body: [UInt8], within limit: Duration) async -> DeliveryAttempt {
    await withTaskGroup(of: DeliveryAttempt.self) { group in
      defer { group.cancelAll() }
      group.addTask { await exchange(body, within: limit) }
      // The session's own limit starts anew with every byte and counts whole seconds only.
      group.addTask {
        try? await Task.sleep(for: limit)
        return .failed("no answer in time")
      }
      return await group.next() ?? .failed("no answer in time")
    }
  }

  private func exchange(_ body: [UInt8], within limit: Duration) async -> DeliveryAttempt {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = (limit / .seconds(1)).rounded(.up) + 1
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    let session = URLSession(
      configuration: configuration, delegate: RedirectRefusal(), delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    var request = URLRequest(url: endpoint.url)
    request.httpMethod = "POST"
    request.httpBody = Data(body)
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    if let authorization {
      request.setValue(authorization, forHTTPHeaderField: "Authorization")
    }
    do {
      let (_, response) = try await session.data(for: request)
      return HTTPPost.judge(response)
    } catch {
      // Never the error's own text: it holds the URL.
      return .failed(HTTPPost.reason(of: error))
    }
  }

  private static func judge(_ response: URLResponse) -> DeliveryAttempt {
    guard let response = response as? HTTPURLResponse else {
      return .refused("the answer is not HTTP")
    }
    let reason = "status \(response.statusCode)"
    switch response.statusCode {
    case 200..<300: return .delivered
    case 429, 500..<600:
      let wait = response.value(forHTTPHeaderField: "Retry-After").flatMap(UInt32.init)
      return .failed(reason, after: wait.map(Duration.seconds))
    default: return .refused(reason)
    }
  }

  private static func reason(of error: any Error) -> String {
    switch (error as? URLError)?.code {
    case .timedOut: "no answer in time"
    case .cancelled: "interrupted"
    case .cannotFindHost, .dnsLookupFailed: "the host is not known"
    case .cannotConnectToHost: "no connection"
    case .networkConnectionLost: "the connection was lost"
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      "no secure connection"
    case let code?: "the connection failed (\(code.rawValue))"
    case nil: "the connection failed"
    }
  }
}

/// Makes a redirect the answer instead of following it.
private final class RedirectRefusal: NSObject, URLSessionTaskDelegate {
  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}

import ListeningSessions
import SystemPackage

/// Takes OpenLineage events to where they are collected.
public struct OpenLineageTransport: Sendable {
  private enum Destination: Sendable {
    case file(String)
    case http(HTTPPost, RetryPolicy)
  }

  private let destination: Destination

  /// Appends each event to a file as a line of JSON; the file is made when it is not there.
  public static func file(_ path: String) -> OpenLineageTransport {
    OpenLineageTransport(destination: .file(path))
  }

  /// Posts each event.
  ///
  /// - Parameters:
  ///   - endpoint: its path is `/api/v1/lineage` unless it has one.
  ///   - apiKey: is sent as bearer token; nil or empty: none.
  ///   - policy: how often and how long it is tried.
  /// - Returns: the transport; nothing is sent yet.
  /// - Throws: `AnalysisError.configuration` for a key that cannot stand in a header.
  public static func http(
    _ endpoint: Endpoint, apiKey: String? = nil, policy: RetryPolicy = RetryPolicy()
  ) throws -> OpenLineageTransport {
    let key = apiKey ?? ""
    guard key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw AnalysisError(
        .configuration, "the API key for OpenLineage has characters other than visible ASCII",
        advice: "set it without spaces and line breaks")
    }
    let post = HTTPPost(
      endpoint: endpoint.defaulting(toPath: "api/v1/lineage"),
      authorization: key.isEmpty ? nil : "Bearer \(key)")
    return OpenLineageTransport(destination: .http(post, policy))
  }

  /// Delivers the event or gives up.
  public func emit(_ event: [UInt8]) async -> DeliveryOutcome {
    switch destination {
    case .file(let path): OpenLineageTransport.append(event, to: path)
    case .http(let post, let policy):
      await policy.deliver { limit in await post.send(event, within: limit) }
    }
  }

  /// Adds a line in one write at the end, so that the lines of two runs do not mix.
  private static func append(_ event: [UInt8], to path: String) -> DeliveryOutcome {
    do {
      let file = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.append, .create, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      _ = try file.closeAfter { try file.writeAll(event + [0x0A]) }
      return .delivered(attempts: 1)
    } catch {
      return .givenUp(attempts: 1, reason: "cannot write \(path): \(error)")
    }
  }
}

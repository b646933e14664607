/// Which run it is that a report belongs to.
public struct RunIdentity: Hashable, Sendable {
  /// A UUID in lower case, the same in every file and message of the run.
  public let id: String
  public let startedAt: Instant
  /// Version of the program.
  public let version: String

  public init(id: String, startedAt: Instant, version: String) {
    self.id = id
    self.startedAt = startedAt
    self.version = version
  }
}

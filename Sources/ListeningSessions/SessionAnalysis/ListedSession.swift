/// A session in the list of all.
public struct ListedSession: Hashable, Sendable {
  public let session: ListeningSession
  /// Different songs among its listens.
  public let distinctSongs: Int

  public init(session: ListeningSession, distinctSongs: Int) {
    self.session = session
    self.distinctSongs = distinctSongs
  }
}

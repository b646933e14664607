/// The names behind the numbers of encoded listens: each distinct song and MBID once.
public struct NameTable: Hashable, Sendable {
  public var songs: [Song] = []
  public var mbids: [Text] = []

  public init() {}
}

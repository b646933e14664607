/// Who listens to the ranked songs: their listeners and plays by what the profiles tell of them.
///
/// For every song and attribute the groups' listeners add up to the song's listeners, and their
/// plays to its plays.
public struct SongAudience: Sendable {
  /// Listeners of one song who have one value of an attribute.
  public struct Group: Hashable, Sendable {
    /// Rank of the song.
    public let songRank: Int
    public let attribute: ProfileAttribute
    public let value: ProfileValue
    public let listenerCount: Int
    /// Listens of the song by them, in the ranked sessions.
    public let playCount: Int

    /// Whether it comes first among the groups of one song and attribute.
    ///
    /// Known values before the others; the known by listeners, then plays, then their bytes.
    func ranks(before other: Group) -> Bool {
      if value.place != other.value.place { return value.place < other.value.place }
      if listenerCount != other.listenerCount { return listenerCount > other.listenerCount }
      if playCount != other.playCount { return playCount > other.playCount }
      return value.text < other.value.text
    }
  }

  public let profiles: ListenerProfiles
  /// By song, attribute, and the order of a song's groups.
  public let groups: [Group]
  /// Different users who played a ranked song in a ranked session.
  public let listenerCount: Int
  /// Those of them who have a profile.
  public let matchedCount: Int

  /// Joins the listens of the ranked songs with the profiles of their listeners.
  ///
  /// - Parameters:
  ///   - report: the answer, of any engine.
  ///   - profiles: what is known of the users.
  /// - Throws: `AnalysisError` where the listens are kept in a file that cannot be read.
  /// - Complexity: O(listens of the ranked sessions + g log g) for g groups.
  public init(of report: AnalysisReport, profiles: ListenerProfiles) throws {
    let plays = try SongAudience.playsByUser(in: report)
    let listeners = Set(plays.flatMap(\.keys))
    self.profiles = profiles
    groups = plays.enumerated().flatMap { index, plays in
      ProfileAttribute.allCases.flatMap { attribute in
        SongAudience.groups(of: plays, by: attribute, rank: index + 1, profiles)
      }
    }
    listenerCount = listeners.count
    matchedCount = listeners.count { profiles[$0] != nil }
  }

  /// For each ranked song, in order, how often each user played it in the ranked sessions.
  private static func playsByUser(in report: AnalysisReport) throws -> [[Text: Int]] {
    var plays: [[Text: Int]] = report.topSongs.map { _ in [:] }
    let places = Dictionary(
      uniqueKeysWithValues: report.topSongs.map { (ArraySlice($0.song.utf8), $0.rank - 1) })
    try report.ranking.tracks.forEach { track in
      guard let place = places[track.names] else { return }
      plays[place][report.topSessions[track.session].session.userID, default: 0] += 1
    }
    return plays
  }

  private static func groups(
    of plays: [Text: Int], by attribute: ProfileAttribute, rank: Int, _ profiles: ListenerProfiles
  ) -> [Group] {
    // The plays of each user with the value.
    var users: [ProfileValue: [Int]] = [:]
    for (userID, count) in plays {
      let value = profiles[userID].map { $0[attribute] } ?? .noProfile
      users[value, default: []].append(count)
    }
    return users.map { value, counts in
      Group(
        songRank: rank, attribute: attribute, value: value, listenerCount: counts.count,
        playCount: counts.reduce(0, +))
    }
    .sorted { $0.ranks(before: $1) }
  }
}

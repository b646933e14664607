/// A song and how often it was played in the ranked sessions.
public struct PlayedSong: Hashable, Sendable {
  public let song: Song
  /// Of the song where it was counted.
  public let number: Int
  public let playCount: Int

  public init(_ song: Song, number: Int, playCount: Int) {
    self.song = song
    self.number = number
    self.playCount = playCount
  }

  /// Whether `left` ranks before `right`: the more often played first, then artist, then track name.
  public static func ranks(_ left: PlayedSong, before right: PlayedSong) -> Bool {
    left.playCount != right.playCount ? left.playCount > right.playCount : left.song < right.song
  }
}

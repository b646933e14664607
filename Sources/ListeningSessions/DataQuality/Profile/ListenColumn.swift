/// The six columns of the format, in order.
public enum ListenColumn: String, CaseIterable, Codable, Sendable {
  case userID = "user_id"
  case timestamp
  case artistMBID = "artist_mbid"
  case artistName = "artist_name"
  case trackMBID = "track_mbid"
  case trackName = "track_name"
}

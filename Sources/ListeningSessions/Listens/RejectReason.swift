/// Why a row is no listen; the cases stand in the order in which they are tried.
public enum RejectReason: String, CaseIterable, Codable, Sendable {
  /// Not exactly six tab-separated fields.
  case fieldCount = "field_count"
  /// A field is not valid UTF-8.
  case invalidUTF8 = "invalid_utf8"
  /// The user id is blank.
  case missingUser = "missing_user"
  /// The timestamp is not RFC 3339, not a calendar date, or out of range.
  case invalidTimestamp = "invalid_timestamp"
  /// The artist name is blank.
  case missingArtistName = "missing_artist_name"
  /// The track name is blank.
  case missingTrackName = "missing_track_name"
}

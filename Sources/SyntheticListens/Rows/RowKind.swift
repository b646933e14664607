/// What a line of a history is.
enum RowKind: UInt8, CaseIterable {
  case listen
  /// An exact duplicate of an earlier listen.
  case copy
  // The reject reasons, in the order in which they apply.
  case fieldCount, invalidUTF8, missingUser, invalidTimestamp, missingArtistName, missingTrackName
  /// An empty line, which is no row.
  case blank

  static let rejects: [RowKind] = [
    .fieldCount, .invalidUTF8, .missingUser, .invalidTimestamp, .missingArtistName,
    .missingTrackName,
  ]

  /// The name of the reject reason; a word for the kind where there is none.
  var reason: String {
    switch self {
    case .listen: "listen"
    case .copy: "duplicate"
    case .fieldCount: "field_count"
    case .invalidUTF8: "invalid_utf8"
    case .missingUser: "missing_user"
    case .invalidTimestamp: "invalid_timestamp"
    case .missingArtistName: "missing_artist_name"
    case .missingTrackName: "missing_track_name"
    case .blank: "blank"
    }
  }
}

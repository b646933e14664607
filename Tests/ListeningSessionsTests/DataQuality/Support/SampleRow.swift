import ListeningSessions
import Testing

/// The fields of a row that is as it should be, for tests to spoil.
struct SampleRow {
  static let mbid = "5bf1c3d0-9a0e-4c11-8d3f-0123456789ab"

  var userID = "user_000001"
  var timestamp = "2009-05-04T23:08:57Z"
  var artistMBID = mbid
  var artistName = "artist"
  var trackMBID = mbid
  var trackName = "track"

  /// The row as the rules see it.
  func read(at position: Int = 0) throws -> ReadableRow {
    let fields = [userID, timestamp, artistMBID, artistName, trackMBID, trackName]
    let line = Array(fields.joined(separator: "\t").utf8)
    let row = ReadableRow(line.span, position: position)
    return try #require(row)
  }
}

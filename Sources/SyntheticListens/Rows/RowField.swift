/// The fields of a row, in their order.
enum RowField: CaseIterable {
  case user, timestamp, artistMBID, artistName, trackMBID, trackName
}

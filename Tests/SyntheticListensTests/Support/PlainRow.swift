/// One line read by the rules of the contract, as plainly as can be: nothing is shared with what
/// wrote it.
struct PlainRow {
  /// Nil for a line that is no row.
  let verdict: String?
  /// The fields as they are; six of them unless the verdict says otherwise.
  let fields: [ArraySlice<UInt8>]

  init(line: ArraySlice<UInt8>) {
    let content = line.last == 0x0D ? line.dropLast() : line
    fields = content.split(separator: 0x09, omittingEmptySubsequences: false)
    verdict = content.isEmpty ? nil : PlainRow.verdict(on: fields)
  }

  /// `listen`, or the first reject reason that applies.
  private static func verdict(on fields: [ArraySlice<UInt8>]) -> String {
    if fields.count != 6 { return "field_count" }
    let texts = fields.compactMap { String(validating: $0, as: UTF8.self) }
    if texts.count != 6 { return "invalid_utf8" }
    if isBlank(texts[0]) { return "missing_user" }
    if PlainTimestamp.unixSeconds(Array(fields[1])) == nil { return "invalid_timestamp" }
    if isBlank(texts[3]) { return "missing_artist_name" }
    if isBlank(texts[5]) { return "missing_track_name" }
    return "listen"
  }

  private static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.generalCategory == .control
    }
  }
}

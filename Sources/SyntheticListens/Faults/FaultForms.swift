/// The forms that faults take in the lines of a history.
///
/// Each form has exactly its own fault as the first that applies: the rest of the row is sound.
enum FaultForms {
  /// Bytes that take the place of a field, or are put behind it.
  struct FieldFault {
    let field: RowField
    let bytes: [UInt8]
    var replaces = true
  }

  /// Forms of a row with the wrong number of fields; `RowRenderer` writes them.
  static let fieldCountForms = 4

  /// Only white space and control characters, or nothing.
  private static let blanks: [[UInt8]] = [
    "", "   ", "\u{A0}", "\u{3000}", "\u{2003}\u{2003}", "\u{1}\u{1F}", "\u{85}\u{2028}\u{7F}",
  ].map { Array($0.utf8) }

  private static let timestamps: [[UInt8]] = [
    "2006-13-01T10:00:00Z", "2007-02-30T10:00:00Z", "2006-05-14T10:00:00", "yesterday", "",
    "2006-05-14T24:00:00Z", "2006-05-14T10:60:00Z", "2006-05-14T10:00:61Z", "2006-5-14T10:00:00Z",
    "1969-12-31T23:59:59Z", "2106-01-01T00:00:00Z", "1970-01-01T00:30:00+01:00", "1147600800",
    "2006-05-14T10:00:00+0100", "2006-05-14T10:00:00.Z", " 2006-05-14T10:00:00Z",
  ].map { Array($0.utf8) }

  private static let faults: [RowKind: [FieldFault]] = [
    .invalidUTF8: [
      // A byte that never occurs; overlong, cut short before a tab, a surrogate, beyond U+10FFFF,
      // a continuation byte on its own, cut short before the line feed.
      FieldFault(field: .trackName, bytes: [0xFF], replaces: false),
      FieldFault(field: .artistName, bytes: [0xC0, 0xAF], replaces: false),
      FieldFault(field: .artistName, bytes: [0xE3, 0x81], replaces: false),
      FieldFault(field: .trackName, bytes: [0xED, 0xA0, 0x80], replaces: false),
      FieldFault(field: .user, bytes: [0xF5, 0x80, 0x80, 0x80], replaces: false),
      FieldFault(field: .trackMBID, bytes: [0x80]),
      FieldFault(field: .trackName, bytes: [0xF0, 0x9F, 0x8E], replaces: false),
    ],
    .missingUser: blanks.map { FieldFault(field: .user, bytes: $0) },
    .invalidTimestamp: timestamps.map { FieldFault(field: .timestamp, bytes: $0) },
    .missingArtistName: blanks.map { FieldFault(field: .artistName, bytes: $0) },
    .missingTrackName: blanks.map { FieldFault(field: .trackName, bytes: $0) },
  ]

  /// How many forms a fault has, or a blank line: without and with a carriage return.
  static func count(of kind: RowKind) -> Int {
    switch kind {
    case .fieldCount: fieldCountForms
    case .blank: 2
    default: faults[kind, default: []].count
    }
  }

  /// What is wrong with a field of the row; nil when nothing is, or not with one field.
  static func fieldFault(_ kind: RowKind, form: Int) -> FieldFault? {
    guard let forms = faults[kind], forms.indices.contains(form) else { return nil }
    return forms[form]
  }
}

/// Writes rows as the lines of the file.
struct RowRenderer {
  private static let tab: UInt8 = 0x09
  private static let lineFeed: UInt8 = 0x0A

  private let names = CatalogueNames()

  /// Writes one row as a line into `block`, at `end`, which moves behind the line.
  func append(_ row: SyntheticRow, to block: inout [UInt8], at end: inout Int) {
    var text = RowText(block.mutableSpan, end: end)
    switch row.kind {
    case .listen, .copy: appendSound(row, to: &text)
    case .fieldCount: appendWrongFieldCount(row, to: &text)
    case .blank: if row.form == 1 { text.append(byte: 0x0D) }
    default: appendFaulty(row, to: &text)
    }
    text.append(byte: RowRenderer.lineFeed)
    end = text.end
  }

  private func appendSound(_ row: SyntheticRow, to text: inout RowText) {
    for field in RowField.allCases {
      if field != .user { text.append(byte: RowRenderer.tab) }
      append(field, of: row, to: &text)
    }
  }

  private func appendFaulty(_ row: SyntheticRow, to text: inout RowText) {
    let fault = FaultForms.fieldFault(row.kind, form: Int(row.form))
    for field in RowField.allCases {
      if field != .user { text.append(byte: RowRenderer.tab) }
      let isFaulty = field == fault?.field
      if !isFaulty || fault?.replaces == false { append(field, of: row, to: &text) }
      if isFaulty, let fault { text.append(bytes: fault.bytes) }
    }
  }

  private func appendWrongFieldCount(_ row: SyntheticRow, to text: inout RowText) {
    switch row.form {
    case 0:  // Five fields.
      for field in RowField.allCases.dropLast() {
        if field != .user { text.append(byte: RowRenderer.tab) }
        append(field, of: row, to: &text)
      }
    case 1:  // Seven fields.
      appendSound(row, to: &text)
      text.append(bytes: Array("\textra".utf8))
    case 2:  // No tab.
      append(.user, of: row, to: &text)
      text.append(byte: 0x20)
      append(.timestamp, of: row, to: &text)
    default:  // Five empty fields.
      for _ in 0..<4 { text.append(byte: RowRenderer.tab) }
    }
  }

  @inline(__always)
  private func append(_ field: RowField, of row: SyntheticRow, to text: inout RowText) {
    switch field {
    case .user: UserName.append(row.user, to: &text)
    case .timestamp: HistoryYears.append(row.second, to: &text)
    case .artistMBID: CatalogueMBIDs.appendArtist(row.song.artist, to: &text)
    case .artistName: names.appendArtist(row.song.artist, to: &text)
    case .trackMBID: CatalogueMBIDs.appendTrack(row.song, heardAt: row.second, to: &text)
    case .trackName: names.appendTrack(row.song, to: &text)
    }
  }
}

/// A row of six valid UTF-8 fields, be it a listen or not: what the rules look at.
public struct ReadableRow: Hashable, Sendable {
  /// Byte offset in all inputs taken as one run of bytes; it orders the rows.
  public let position: Int
  public let userID: Text
  public let timestamp: Text
  /// The instant that the timestamp names, nil when it names none.
  public let listenedAt: Instant?
  public let artistMBID: Text
  public let artistName: Text
  public let trackMBID: Text
  public let trackName: Text

  /// Reads a line, given without its line feed; nil when it is blank or not readable.
  public init?(_ line: Span<UInt8>, position: Int) {
    guard let fields = ListenLine.readableFields(of: line) else { return nil }
    self.position = position
    userID = fields[0]
    self.timestamp = fields[1]
    let timestamp = fields[1].utf8
    listenedAt = TimestampFormat.instant(of: timestamp.span)
    artistMBID = fields[2]
    artistName = fields[3]
    trackMBID = fields[4]
    trackName = fields[5]
  }
}

extension Text {
  /// Whether the text says nothing.
  public var isBlank: Bool { Blank.isBlank(utf8.span) }
}

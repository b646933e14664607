/// One line of a history, judged by the contract: a listen, a reject, or no row at all.
///
/// This is the rule itself, one row at a time and as plain as can be. The native engine decides
/// the ordinary rows in its own fast way and asks this one about every other.
public enum ListenLine {
  /// What a line turned out to be.
  public enum Verdict: Equatable, Sendable {
    /// Nothing before the line end.
    case blankLine
    case listen(Fields)
    case reject(RejectReason)
  }

  /// Where the fields of an accepted row stand in its line, and its instant.
  public struct Fields: Equatable, Sendable {
    public let userID: Range<Int>
    public let listenedAt: Instant
    public let artistMBID: Range<Int>
    public let artistName: Range<Int>
    public let trackMBID: Range<Int>
    public let trackName: Range<Int>
  }

  /// How many tab-separated fields a row has.
  public static let fieldCount = 6

  /// Judges a line, given without its line feed.
  public static func judge(_ line: Span<UInt8>) -> Verdict {
    let line = line.extracting(first: contentCount(of: line))
    if line.isEmpty { return .blankLine }
    let fields = split(line, atMost: fieldCount + 1)
    guard fields.count == fieldCount else { return .reject(.fieldCount) }
    guard isValidUTF8(line) else { return .reject(.invalidUTF8) }
    if Blank.isBlank(line.extracting(fields[0])) { return .reject(.missingUser) }
    guard let listenedAt = TimestampFormat.instant(of: line.extracting(fields[1])) else {
      return .reject(.invalidTimestamp)
    }
    if Blank.isBlank(line.extracting(fields[3])) { return .reject(.missingArtistName) }
    if Blank.isBlank(line.extracting(fields[5])) { return .reject(.missingTrackName) }
    return .listen(
      Fields(
        userID: fields[0], listenedAt: listenedAt, artistMBID: fields[2], artistName: fields[3],
        trackMBID: fields[4], trackName: fields[5]))
  }

  /// The listen of a line that is one; nil for every other line.
  public static func listen(in line: Span<UInt8>) -> Listen? {
    guard case .listen(let fields) = judge(line) else { return nil }
    return Listen(
      userID: text(line, fields.userID), listenedAt: fields.listenedAt,
      song: Song(
        artistName: text(line, fields.artistName), trackName: text(line, fields.trackName)),
      artistMBID: text(line, fields.artistMBID), trackMBID: text(line, fields.trackMBID))
  }

  /// The six fields of a line that is readable, be it a listen or not; nil for every other line.
  public static func readableFields(of line: Span<UInt8>) -> [Text]? {
    let line = line.extracting(first: contentCount(of: line))
    let fields = split(line, atMost: fieldCount + 1)
    guard fields.count == fieldCount, isValidUTF8(line) else { return nil }
    return fields.map { range in Text(utf8: range.map { line[$0] }) }
  }

  /// Whether the first line of a file names its columns: its second field is `timestamp`.
  public static func isHeader(_ line: Span<UInt8>) -> Bool {
    let line = line.extracting(first: contentCount(of: line))
    let fields = split(line, atMost: 3)
    guard fields.count >= 2 else { return false }
    let name = line.extracting(fields[1])
    let expected = Array("timestamp".utf8)
    guard name.count == expected.count else { return false }
    // Setting bit 5 makes ASCII letters lower case, and nothing else a letter.
    for index in name.indices where name[index] | 0x20 != expected[index] { return false }
    return true
  }

  private static func text(_ line: Span<UInt8>, _ range: Range<Int>) -> Text {
    Text(utf8: range.map { line[$0] })
  }

  /// The line's length without one trailing carriage return.
  private static func contentCount(of line: Span<UInt8>) -> Int {
    !line.isEmpty && line[line.count - 1] == 0x0D ? line.count - 1 : line.count
  }

  private static func split(_ line: Span<UInt8>, atMost limit: Int) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = 0
    for index in line.indices where line[index] == 0x09 {
      fields.append(start..<index)
      start = index + 1
      if fields.count == limit { return fields }
    }
    fields.append(start..<line.count)
    return fields
  }

  /// Fields are valid when the line is: a tab can stand neither in nor for a part of a character.
  private static func isValidUTF8(_ line: Span<UInt8>) -> Bool {
    (try? UTF8Span(validating: line)) != nil
  }
}

import ListeningSessions

/// Counts the different songs of one session after another, by their bytes.
struct DistinctSongs: ~Copyable {
  private var numbers = StringDictionary()
  /// The session in which each song came up last.
  private var lastSession: [Int] = []
  private var session = 0
  /// Different songs of the session so far.
  private(set) var count = 0

  mutating func beginSession() {
    session += 1
    count = 0
  }

  /// Takes the row of a listen.
  mutating func take(_ line: Span<UInt8>) {
    guard case .listen(let fields) = ListenLine.judge(line) else { return }
    let song = fields.song(in: line)
    let number = numbers.number(of: song.span)
    if number == lastSession.count { lastSession.append(0) }
    if lastSession[number] != session {
      lastSession[number] = session
      count += 1
    }
  }
}

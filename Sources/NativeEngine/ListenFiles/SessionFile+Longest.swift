import ListeningSessions

extension SessionFile {
  /// So many of the longest sessions by each measure are kept by themselves, so that a ranking need
  /// not go over all.
  static let longestCount = 250

  /// The name of the section for a measure.
  static func section(_ measure: SessionMeasure) -> String { "longest by \(measure.rawValue)" }

  /// What the section holds.
  static func packed(_ longest: LongestSessions) -> [UInt8] {
    var packed = PackedBytes()
    for session in longest.elements.prefix(longestCount) {
      guard let entry = session.user.entry else { continue }
      packed.append(owner: session.user.id, entry)
      packed.append(session.start)
      packed.append(session.end)
      packed.append(UInt64(session.firstListen))
      packed.append(UInt64(session.trackCount))
    }
    return packed.bytes
  }

  /// At most `longestCount` sessions, the longest first.
  ///
  /// - Throws: `DamagedCheckpoint`.
  func longest(by measure: SessionMeasure) throws -> [SessionCandidate] {
    var packed = PackedBytesReader(
      try DamagedCheckpoint.of { try reader.bytes(ofSection: Self.section(measure)) })
    var sessions: [SessionCandidate] = []
    while !packed.isAtEnd {
      sessions.append(
        SessionCandidate(
          user: try packed.owner(), start: try packed.number(), end: try packed.number(),
          firstListen: Int(clamping: try packed.number(UInt64.self)),
          trackCount: Int(clamping: try packed.number(UInt64.self))))
    }
    return sessions
  }
}

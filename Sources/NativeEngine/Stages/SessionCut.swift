import ListeningSessions

/// Cuts kept listens into sessions, which needs nothing but their seconds.
struct SessionCut {
  let listens: ListenFile
  let settings: AnalysisSettings
  /// Nil without quality.
  let rule: SessionLengthTimeliness?
  let threads: Int

  /// Listens whose seconds are in memory at once, or all of one user's.
  private static let windowCount = 1 << 20

  /// Cuts the listens of all users.
  ///
  /// - Parameter writer: takes the sessions, if they are to be kept.
  /// - Returns: what may rank, and what the rule says of all.
  /// - Throws: `DamagedCheckpoint`; `CheckpointNotKept` when the sessions cannot be written.
  func cut(writingTo writer: CheckpointWriter?) throws -> SessionStage {
    let sessionWriter = writer.map { SessionFileWriter($0) }
    let parts = try Workers.run(threads, items: listens.blockCount) { next in
      var part = Part(SessionScan(settings, keepsLongest: writer != nil))
      while let block = next() {
        let spans = try take(listens.users(ofBlock: block), &part)
        try sessionWriter?.write(spans, as: listens.number(ofBlock: block))
      }
      return part
    }
    var whole = Part(SessionScan(settings, keepsLongest: writer != nil))
    for part in parts {
      whole.sessions.merge(part.sessions)
      whole.tally.merge(part.tally)
    }
    let tally = rule == nil ? nil : whole.tally
    let file = try sessionWriter?.publish(whole.sessions, lengthTally: tally, of: listens)
    return SessionStage(
      longest: whole.sessions.longest, sessionCount: whole.sessions.sessionCount,
      lengthTally: tally, file: file)
  }

  /// Ranks sessions that are kept, as a rule by those that were found to be the longest before.
  static func ranked(
    _ file: SessionFile, _ state: SessionState, of listens: ListenFile,
    settings: AnalysisSettings, threads: Int
  ) throws -> SessionStage {
    let longest =
      try settings.topSessions <= SessionFile.longestCount
      ? Array(file.longest(by: settings.rankSessionsBy).prefix(settings.topSessions))
      : longest(file, of: listens, settings: settings, threads: threads)
    return SessionStage(
      longest: longest, sessionCount: state.sessionCount, lengthTally: state.lengthTally,
      file: file)
  }

  /// Goes over all sessions for the longest.
  private static func longest(
    _ file: SessionFile, of listens: ListenFile, settings: AnalysisSettings, threads: Int
  ) throws -> [SessionCandidate] {
    let parts = try Workers.run(threads, items: file.blockCount) { next in
      var sessions = SessionScan(settings)
      while let block = next() {
        let users = try listens.users(ofBlock: block)
        let spans = try file.users(ofBlock: block)
        guard users.count == spans.count else { throw DamagedCheckpoint() }
        for (user, spans) in zip(users, spans) { sessions.take(spans, of: user) }
      }
      return sessions
    }
    return parts.reduce(into: SessionScan(settings)) { $0.merge($1) }.longest
  }

  /// What one worker found.
  private struct Part {
    var sessions: SessionScan
    var tally = RuleTally()

    init(_ sessions: SessionScan) {
      self.sessions = sessions
    }
  }

  /// Cuts the listens of a block's users, as many users at a time as a window holds.
  private func take(_ users: [ListenOwner], _ part: inout Part) throws -> [SessionSpans] {
    var all: [SessionSpans] = []
    var start = 0
    while start < users.count {
      guard let first = users[start].entry?.first else { throw DamagedCheckpoint() }
      var end = start + 1
      while end < users.count, let entry = users[end].entry,
        entry.range.upperBound - first <= Self.windowCount, entry.first >= first
      {
        end += 1
      }
      guard let last = users[end - 1].entry?.range.upperBound, last >= first else {
        throw DamagedCheckpoint()
      }
      all += try unsafe listens.withSeconds(first..<last) { seconds in
        try users[start..<end].map { try unsafe take($0, seconds, from: first, &part) }
      }
      start = end
    }
    return all
  }

  private func take(
    _ user: ListenOwner, _ seconds: UnsafeBufferPointer<UInt32>, from first: Int,
    _ part: inout Part
  ) throws -> SessionSpans {
    guard let entry = user.entry else { throw DamagedCheckpoint() }
    let own = entry.first - first..<entry.range.upperBound - first
    let slice = unsafe UnsafeBufferPointer(rebasing: seconds[own])
    guard unsafe ListenFile.checksum(of: slice) == entry.secondsChecksum else {
      throw DamagedCheckpoint()
    }
    var spans: SessionSpans? = []
    unsafe part.sessions.take(SecondColumn(seconds: slice), of: user, spans: &spans)
    try judge(spans ?? [], of: entry, &part.tally)
    return spans ?? []
  }

  private func judge(
    _ spans: SessionSpans, of entry: ListenFile.Entry, _ tally: inout RuleTally
  ) throws {
    guard let rule else { return }
    var first = entry.first
    for span in spans {
      if rule.holds(durationSeconds: span.end.seconds(since: span.start)) {
        tally.pass()
      } else {
        guard let record = try listens.records(first..<first + 1).first else { return }
        tally.fail(at: record.position)
      }
      first += span.trackCount
    }
  }
}

/// Cuts one user's listens into sessions; the reference that every engine must equal.
public struct Sessionizer: Sendable {
  public let gap: SessionGap

  public init(gap: SessionGap) {
    self.gap = gap
  }

  /// The index ranges of the sessions of one user's listens.
  ///
  /// - Parameter instants: starts of the listens, ascending.
  /// - Returns: ranges that follow one another and together cover all listens.
  public func sessions(of instants: [Instant]) -> [Range<Int>] {
    var sessions: [Range<Int>] = []
    var start = 0
    for index in instants.indices.dropFirst()
    where gap.separates(instants[index - 1], from: instants[index]) {
      sessions.append(start..<index)
      start = index
    }
    if !instants.isEmpty { sessions.append(start..<instants.count) }
    return sessions
  }
}

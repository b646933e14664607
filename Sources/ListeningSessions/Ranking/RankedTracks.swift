/// What was played in the ranked sessions, in its order, wherever an engine keeps it.
///
/// It is read by parts, since one session may hold more than fits into memory.
public protocol RankedTracks: Sendable {
  /// How many tracks each part has: those of the first session come first, then those of the next.
  var partCounts: [Int] { get }

  /// Calls `body` with every track of a part, in order.
  ///
  /// - Parameters:
  ///   - part: index into `partCounts`; any thread may read any part.
  ///   - body: takes a track.
  /// - Throws: `AnalysisError` where the tracks are kept in a file that cannot be read; what `body`
  ///   throws.
  func forEach(inPart part: Int, _ body: (RankedTrack) throws -> Void) throws
}

extension RankedTracks {
  /// Calls `body` with every track of every session, in order.
  ///
  /// - Throws: as when a part is read.
  public func forEach(_ body: (RankedTrack) throws -> Void) throws {
    for part in partCounts.indices { try forEach(inPart: part, body) }
  }
}

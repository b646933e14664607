import ArrowStream
import ListeningSessions

/// The ranked sessions with their listens, as `RankedListensQuery` gives them.
struct RankedListens {
  private let groups: [ListeningSession: [(position: Int, item: SessionListens.Item)]]
  /// The names behind the numbers of the listens.
  let names: NameTable

  /// Reads the rows; of equal ones the first in the input stays.
  init(_ table: ArrowTable) throws {
    var names = NameEncoder()
    var groups: [ListeningSession: [(position: Int, item: SessionListens.Item)]] = [:]
    var places: [Listen.Identity: Int] = [:]
    for row in 0..<table.rowCount {
      let session = ListeningSession(
        userID: try table.text("user", row), startedAt: try table.instant("started_at", row),
        endedAt: try table.instant("ended_at", row), trackCount: try table.int("listens", row))
      let listen = Listen(
        userID: session.userID, listenedAt: try table.instant("at", row),
        song: Song(
          artistName: try table.text("artist", row), trackName: try table.text("track", row)),
        artistMBID: try table.text("artist_mbid", row), trackMBID: try table.text("track_mbid", row)
      )
      let position = try table.int("pos", row)
      if let place = places[listen.identity] {
        guard let known = groups[session]?[place].position, position < known else { continue }
        groups[session]?[place] = (position, names.encode(listen))
      } else {
        places[listen.identity] = groups[session, default: []].count
        groups[session, default: []].append((position, names.encode(listen)))
      }
    }
    self.groups = groups
    self.names = names.table
  }

  /// The sessions in their order.
  func sessions(by measure: SessionMeasure) -> [SessionListens] {
    groups.map { SessionListens(session: $0.key, items: $0.value.map(\.item)) }
      .sorted { measure.ranks($0.session, before: $1.session) }
  }
}

import ListeningSessions

/// All sessions of some listens, with the listens of each.
struct ReferenceSessions {
  let all: [(session: ListeningSession, listens: ArraySlice<Listen>)]
  let userCount: Int

  /// All sessions by user and start.
  var listed: [ListedSession] {
    all.map { session, listens in
      ListedSession(session: session, distinctSongs: Set(listens.map(\.song)).count)
    }.sorted { left, right in
      left.session.userID != right.session.userID
        ? left.session.userID < right.session.userID
        : left.session.startedAt < right.session.startedAt
    }
  }

  init(of listens: [Listen], gap: SessionGap) {
    let sessionizer = Sessionizer(gap: gap)
    let byUser = Dictionary(grouping: listens, by: \.userID)
    userCount = byUser.count
    all = byUser.flatMap { userID, listens in
      let inOrder = listens.sorted { $0.listenedAt < $1.listenedAt }
      return sessionizer.sessions(of: inOrder.map(\.listenedAt)).map { range in
        (
          ListeningSession(
            userID: userID, startedAt: inOrder[range.lowerBound].listenedAt,
            endedAt: inOrder[range.upperBound - 1].listenedAt, trackCount: range.count),
          inOrder[range]
        )
      }
    }
  }
}

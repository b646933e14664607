/// The listens of one user, from the newest to the oldest, without any fault.
struct ListenStream {
  /// Who heard what is known from elsewhere; this is the rest.
  struct Listen: Equatable {
    let second: UInt32
    let song: SongID
  }

  private var random: SplitMix64
  private var clock: ListenClock
  private var playlist: Playlist
  private var remaining: Int
  private var leftInSession = 0
  private var latest: Listen?

  /// The history of a user with `listens` listens, as the user's own random numbers have it.
  init(listens: Int, random ownRandom: SplitMix64) {
    random = ownRandom
    clock = ListenClock(listens: listens, &random)
    playlist = Playlist(taste: random.next())
    remaining = listens
  }

  /// The next older listen; nil after the oldest one.
  mutating func next() -> Listen? {
    guard remaining > 0 else { return nil }
    // A user who is short of time goes on with a session that should have ended.
    let beginsSession = leftInSession <= 0 && (latest == nil || clock.hasRoom(for: remaining))
    if beginsSession {
      leftInSession = SessionLength.draw(&random)
      playlist.beginSession(tracks: leftInSession, &random)
    }
    let song = playlist.next(&random)
    if let latest {
      if beginsSession {
        clock.stepBetweenSessions(remaining: remaining, &random)
      } else {
        let isRepeat = song == latest.song
        clock.stepWithinSession(remaining: remaining, isRepeat: isRepeat, &random)
      }
    }
    leftInSession -= 1
    remaining -= 1
    let listen = Listen(second: UInt32(clock.second), song: song)
    latest = listen
    return listen
  }
}

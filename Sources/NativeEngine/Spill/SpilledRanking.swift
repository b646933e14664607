import ListeningSessions

/// Ranks what was played in sessions whose tracks are in a file.
///
/// Songs are counted by partitions of their hash, of which each fits into memory: each partition
/// passes over all tracks and counts its own songs. Only for the most played songs it is then found
/// in which sessions, by whom and with which ids they were played.
struct SpilledRanking: Sendable {
  let tracks: SpilledTracks
  /// The ranked sessions, in their order.
  let sessions: [ListeningSession]
  let threads: Int
  /// Bytes that the songs may take which all threads count at once.
  let memory: Int

  /// More are not tried: a partition then takes what it takes.
  private static let mostPartitions = 1 << 14
  /// With less a pass would count next to nothing.
  private static let leastBytes = 1 << 16
  /// Memory of a song beside its names: its count.
  private static let bytesPerSong = 32

  /// The answer.
  func ranking(topSongs: Int) throws -> Ranking {
    let counts = try counts(topSongs)
    return Ranking(
      sessions: zip(sessions, counts.distinctSongs).enumerated().map { index, counted in
        RankedSession(rank: index + 1, session: counted.0, distinctSongs: counted.1)
      },
      tracks: tracks, songs: try ranked(counts.top.elements))
  }

  /// What some partitions of the songs gave.
  private struct Counts {
    var distinctSongs: [Int]
    var top: TopK<PlayedSong>

    init(sessionCount: Int, topSongs: Int) {
      distinctSongs = Array(repeating: 0, count: sessionCount)
      top = TopK(limit: topSongs, precedes: PlayedSong.ranks)
    }

    mutating func add(_ distinctSongs: [Int], _ top: [PlayedSong]) {
      for (session, count) in distinctSongs.enumerated() { self.distinctSongs[session] += count }
      for song in top { self.top.insert(song) }
    }
  }

  /// How many different songs each session has, and the most played songs.
  private func counts(_ topSongs: Int) throws -> Counts {
    var partitions = threads
    while true {
      do {
        return try counts(topSongs, partitions: partitions)
      } catch is RankedListensOutgrown {
        partitions *= 2
      }
    }
  }

  private func counts(_ topSongs: Int, partitions: Int) throws -> Counts {
    let mostBytes =
      partitions < Self.mostPartitions ? max(memory / threads, Self.leastBytes) : Int.max
    let parts = try Workers.run(threads, items: partitions) { next in
      var found = Counts(sessionCount: sessions.count, topSongs: topSongs)
      while let partition = next() {
        let (plays, songs) = try plays(ofPartition: partition, of: partitions, mostBytes: mostBytes)
        found.add(plays.distinctSongs, plays.top(topSongs, of: songs))
      }
      return found
    }
    return parts.reduce(into: Counts(sessionCount: sessions.count, topSongs: topSongs)) {
      $0.add($1.distinctSongs, $1.top.elements)
    }
  }

  private func plays(
    ofPartition partition: Int, of partitions: Int, mostBytes: Int
  ) throws -> (SongPlays, SongColumn) {
    var songs = SongNumbers()
    var plays = SongPlays(sessionCount: sessions.count)
    try tracks.forEachRecord { session, record in
      guard Int(record.hash) % partitions == partition else { return }
      let known = songs.count
      let song = songs.number(
        of: record.names.span, artistNameCount: record.artistNameCount)
      plays.take(song, in: session)
      if song == known, songs.byteCount + songs.count * Self.bytesPerSong > mostBytes {
        throw RankedListensOutgrown()
      }
    }
    return (plays, songs.column)
  }

  private func ranked(_ top: [PlayedSong]) throws -> [RankedSong] {
    var places = StringDictionary()
    for song in top { _ = places.number(of: song.song.utf8.span) }
    var mbids = StringDictionary()
    var ranking = SongRanking(top)
    let listeners = Ranking.listeners(of: sessions.lazy.map(\.userID))
    try tracks.forEachRecord { session, record in
      guard let place = places.known(record.names.span) else { return }
      let number = mbids.number(of: record.mbids.span)
      ranking.take(
        place, in: session, by: listeners[session], MBIDNumber(part: 0, row: number))
    }
    var column = MBIDColumn()
    for number in 0..<mbids.count {
      let text = mbids.string(number)
      let tab = text.startIndex + TrackRecord.firstCount(text)
      _ = column.append(
        artist: Text(utf8: Array(text[..<tab])), track: Text(utf8: Array(text[(tab + 1)...])))
    }
    return ranking.ranked(NameTable(mbids: [column]))
  }
}

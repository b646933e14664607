import Testing

@testable import SyntheticListens

struct PlaylistTests {
  private func songs(_ count: Int, session: Int, seed: UInt64) -> [SongID] {
    var random = SplitMix64(seed: seed)
    var playlist = Playlist(taste: 5)
    playlist.beginSession(tracks: session, &random)
    return (0..<count).map { _ in playlist.next(&random) }
  }

  @Test("Every song is one that the artist has")
  func existing() {
    for song in songs(20_000, session: 20, seed: 1) {
      let (album, track) = Int(song.number).quotientAndRemainder(dividingBy: SongID.tracksPerAlbum)
      #expect(album < Catalogue.albumCount(of: song.artist))
      #expect(track < Catalogue.trackCount(of: song.artist, album: album))
    }
  }

  @Test("Albums are played in order, which is from the last track to the first here")
  func albums() {
    let songs = songs(20_000, session: 20, seed: 2)
    let inOrder = zip(songs, songs.dropFirst()).count { newer, older in
      newer.artist == older.artist && newer.number == older.number + 1
    }
    #expect(inOrder > 6_000)
  }

  @Test("In some giant sessions one song is repeated for days, in ordinary ones none is")
  func obsessions() {
    let longest = { (session: Int) in
      (UInt64(0)..<30).map { seed in
        longestRun(of: songs(1500, session: session, seed: seed))
      }.max() ?? 0
    }
    #expect(longest(20) < 30)
    #expect(longest(SessionLength.giant) > 100)
  }

  private func longestRun(of songs: [SongID]) -> Int {
    var longest = 0
    var run = 0
    for (song, next) in zip(songs, songs.dropFirst()) {
      run = song == next ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

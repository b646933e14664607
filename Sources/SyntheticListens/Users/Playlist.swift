/// The songs of a user, one after the other, from the newest to the oldest.
///
/// They come in runs: an album from its last track to its first, some songs of an artist, one song
/// of anybody, or the same song a few times. Three of four runs are of the user's favourites.
struct Playlist {
  private static let favourites = 400
  /// Runs in the sessions of those who listen to one thing for days.
  private static let shortestObsession = 50
  private static let longestObsession = 800

  private enum Style {
    case album, artist, song
  }

  /// What a giant session is about.
  private enum Obsession {
    case none, album, song
  }

  private let taste: UInt64
  private var obsession = Obsession.none
  private var style = Style.song
  private var artist: UInt32 = 0
  private var album = 0
  private var track = 0
  private var tracks = 1
  private var left = 0

  init(taste: UInt64) {
    self.taste = taste
  }

  /// Chooses what the session that comes next is about.
  mutating func beginSession(tracks: Int, _ random: inout SplitMix64) {
    let wasObsessed = obsession != .none
    obsession = .none
    if tracks >= SessionLength.giant {
      switch random.below(4) {
      case 0: obsession = .song
      case 1: obsession = .album
      default: break
      }
    }
    if wasObsessed || obsession != .none { left = 0 }
  }

  /// The song before the one of last time.
  mutating func next(_ random: inout SplitMix64) -> SongID {
    if left == 0 { beginRun(&random) }
    left -= 1
    switch style {
    case .album:
      track = (track == 0 ? tracks : track) - 1
    case .artist:
      chooseAlbum(&random)
    case .song:
      break
    }
    return SongID(artist: artist, album: album, track: track)
  }

  private mutating func beginRun(_ random: inout SplitMix64) {
    artist = chooseArtist(&random)
    chooseAlbum(&random)
    let obsessed =
      Playlist.shortestObsession
      + random.skewedBelow(Playlist.longestObsession - Playlist.shortestObsession)
    switch (obsession, random.below(16)) {
    case (.song, _): begin(.song, runOf: obsessed)
    case (.album, _): begin(.album, runOf: obsessed)
    case (.none, 0..<6): begin(.album, runOf: track)
    case (.none, 6..<8): begin(.album, runOf: tracks)
    case (.none, 8..<11): begin(.artist, runOf: 2 + random.below(7))
    case (.none, 11..<15): begin(.song, runOf: 1)
    default: begin(.song, runOf: 2 + random.below(6))
    }
  }

  private mutating func begin(_ style: Style, runOf songs: Int) {
    self.style = style
    left = max(1, songs)
  }

  private func chooseArtist(_ random: inout SplitMix64) -> UInt32 {
    guard random.below(4) < 3 else { return Catalogue.artist(&random) }
    let favourite = random.skewedBelow(Playlist.favourites)
    var taste = SplitMix64(seed: taste, stream: UInt64(favourite))
    return Catalogue.artist(&taste)
  }

  /// Chooses an album of the artist and a track of it, the first albums likelier.
  private mutating func chooseAlbum(_ random: inout SplitMix64) {
    album = random.skewedBelow(Catalogue.albumCount(of: artist))
    tracks = Catalogue.trackCount(of: artist, album: album)
    track = random.below(tracks)
  }
}

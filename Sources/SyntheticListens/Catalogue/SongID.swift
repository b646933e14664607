/// A song of the catalogue: an artist and the number of the song among theirs.
struct SongID: Hashable {
  /// Tracks that an album can have; the number holds the album above the track.
  static let tracksPerAlbum = 16

  /// The artist by popularity, 0 being the most popular.
  let artist: UInt32
  let number: UInt16

  init(artist: UInt32, number: UInt16) {
    self.artist = artist
    self.number = number
  }

  init(artist: UInt32, album: Int, track: Int) {
    self.artist = artist
    number = UInt16(album * SongID.tracksPerAlbum + track)
  }

  /// Sixty-four bits that are always the same for this song and unlike those of any other.
  var hash: UInt64 { SplitMix64.mixed(UInt64(artist) << 16 | UInt64(number)) }
}

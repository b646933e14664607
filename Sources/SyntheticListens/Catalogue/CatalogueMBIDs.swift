/// Which artists and songs have a MusicBrainz identifier, and which one.
enum CatalogueMBIDs {
  /// Writes the artist's identifier; 3 % of the artists have none.
  static func appendArtist(_ artist: UInt32, to text: inout RowText) {
    let hash = CatalogueNames.hash(of: artist)
    if (hash >> 32) % 1000 >= 30 { MBIDText.append(hash, to: &text) }
  }

  /// Writes the song's identifier; 11 % of the songs have none.
  ///
  /// In every hundredth song it depends on the second of the listen, as if the player did not
  /// always find it out.
  static func appendTrack(_ song: SongID, heardAt second: UInt32, to text: inout RowText) {
    let hash = song.hash
    switch (hash >> 32) % 1000 {
    case 0..<105: return
    case 105..<115 where second % 2 == 0: return
    default: MBIDText.append(hash, to: &text)
    }
  }
}

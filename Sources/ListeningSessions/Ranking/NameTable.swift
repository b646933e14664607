/// The names behind the numbers of encoded listens: each distinct song once.
public struct NameTable: Hashable, Sendable {
  public let songs: SongColumn
  /// The ids that stood beside songs, in as many parts as there were workers to read them; the
  /// same ones may be there several times.
  public let mbids: [MBIDColumn]

  public init(songs: SongColumn = SongColumn(), mbids: [MBIDColumn] = []) {
    self.songs = songs
    self.mbids = mbids
  }

  func artistMBID(_ number: MBIDNumber) -> Text {
    mbids[Int(number.part)].artistMBID(Int(number.row))
  }

  func trackMBID(_ number: MBIDNumber) -> Text {
    mbids[Int(number.part)].trackMBID(Int(number.row))
  }
}

/// One line of a history before it is written out: sixteen bytes say everything about it.
struct SyntheticRow: Equatable {
  /// Seconds since the start of the years that histories cover.
  var second: UInt32
  /// From 1.
  var user: UInt32
  var song: SongID
  var kind: RowKind
  /// Which of the forms of its fault a faulty row has.
  var form: UInt8
}

extension SyntheticRow: Comparable {
  /// By time; rows of one second by everything else, so that equal rows alone are left in no order.
  static func < (one: SyntheticRow, other: SyntheticRow) -> Bool {
    one.when == other.when ? one.what < other.what : one.when < other.when
  }

  private var when: UInt64 { UInt64(second) << 32 | UInt64(user) }

  private var what: UInt64 {
    UInt64(song.artist) << 32 | UInt64(song.number) << 16 | UInt64(kind.rawValue) << 8
      | UInt64(form)
  }
}

/// One line of a random history, good or bad, with what it is put in order by.
struct RandomRow {
  let user: Int
  let second: Int
  /// Without its line end.
  let line: [UInt8]
}

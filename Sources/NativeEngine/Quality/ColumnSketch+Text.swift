import ListeningSessions

extension ColumnSketch {
  /// Takes in a field of a row that is not ordinary; a hash of 0 is blank text.
  mutating func observe(_ text: Text, hash: UInt64) {
    if hash == 0 {
      countBlank(length: text.utf8.count, times: 1)
    } else {
      learn(hash: hash)
      count(length: text.utf8.count, times: 1)
    }
  }
}

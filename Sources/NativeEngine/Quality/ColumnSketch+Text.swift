import ListeningSessions

extension ColumnSketch {
  /// Takes in a field of a row that is not ordinary.
  mutating func observe(_ text: Text) {
    let bytes = text.utf8
    if text.isBlank {
      countBlank(length: bytes.count, times: 1)
    } else {
      learn(hash: ValueHash.hash(bytes))
      count(length: bytes.count, times: 1)
    }
  }
}

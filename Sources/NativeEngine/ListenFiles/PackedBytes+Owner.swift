import ListeningSessions

extension PackedBytes {
  /// Appends a user with where the listens stand.
  mutating func append(owner id: Text, _ entry: ListenFile.Entry) {
    append(UInt64(entry.first))
    append(UInt64(entry.count))
    append(entry.secondsChecksum)
    append(entry.rowsChecksum)
    append(text: id.utf8)
  }
}

extension PackedBytesReader {
  /// Reads such a user.
  mutating func owner() throws(DamagedCheckpoint) -> ListenOwner {
    let entry = ListenFile.Entry(
      first: Int(clamping: try number(UInt64.self)), count: Int(clamping: try number(UInt64.self)),
      secondsChecksum: try number(), rowsChecksum: try number())
    return ListenOwner(id: Text(utf8: try text()), number: -1, entry: entry)
  }
}

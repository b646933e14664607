/// One content of a packed file: a member of an archive, or all of a file without members.
struct PackedMember: Sendable {
  let packed: PackedFile
  /// Number among all members of the archive, from 0.
  let ordinal: Int
  /// Nil in a file without members.
  let name: String?
  /// What the archive says of the unpacked size, which may be wrong.
  let expectedByteCount: Int?

  /// The input's path in results: the file, and the member's name behind a colon.
  var path: String { name.map { "\(packed.path):\($0)" } ?? packed.path }
}

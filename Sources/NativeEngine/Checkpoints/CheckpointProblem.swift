/// Why a file of the cache is not believed.
enum CheckpointProblem: Error, Hashable {
  /// Not a checkpoint of this program at all.
  case foreign
  case otherFormat(UInt64)
  case truncated(byteCount: Int, expected: Int)
  /// A checksum does not fit; names the part.
  case damaged(String)
  /// Whole, but not of what its name says.
  case otherKey
  /// The system's words.
  case unreadable(String)
}

extension CheckpointProblem: CustomStringConvertible {
  var description: String {
    switch self {
    case .foreign: "it is no checkpoint"
    case .otherFormat(let version):
      "its format is \(version), and this version reads \(CheckpointHeader.formatVersion)"
    case .truncated(let byteCount, let expected): "it has \(byteCount) of \(expected) bytes"
    case .damaged(let part): "its \(part) is damaged"
    case .otherKey: "it is of something else than its name says"
    case .unreadable(let message): "it cannot be read: \(message)"
    }
  }
}

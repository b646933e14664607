/// A line of a file as it stands there.
struct PhysicalLine {
  /// From 1.
  let number: Int
  /// Of its first byte in the file; behind a byte-order mark.
  let offset: Int
  /// Without its line feed.
  let bytes: [UInt8]

  /// The lines of a file: what stands between line feeds, and after the last one if not nothing.
  static func lines(of file: [UInt8]) -> [PhysicalLine] {
    var start = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var pieces = file[start...].split(separator: 0x0A, omittingEmptySubsequences: false)
    if pieces.last?.isEmpty == true { pieces.removeLast() }
    return pieces.enumerated().map { index, piece in
      defer { start += piece.count + 1 }
      return PhysicalLine(number: index + 1, offset: start, bytes: Array(piece))
    }
  }
}

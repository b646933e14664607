/// What a file is packed with, told by its first bytes.
///
/// Names do not count, and a history as plain text is never taken for anything else: each mark below
/// has bytes that no valid row begins with.
enum PackedFormat: Equatable {
  case gzip, zstd, xz, lz4, bzip2, zip, tar

  /// How many of the first bytes tell.
  static let markLength = 512

  private static let marks: [(PackedFormat, [UInt8])] = [
    (.gzip, [0x1F, 0x8B, 0x08]),
    (.zstd, [0x28, 0xB5, 0x2F, 0xFD]),
    (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    (.lz4, [0x04, 0x22, 0x4D, 0x18]),
    (.zip, [0x50, 0x4B, 0x03, 0x04]),
    (.zip, [0x50, 0x4B, 0x05, 0x06]),
  ]

  /// The format of a file that begins with `bytes`; nil when it is not packed.
  init?(_ bytes: [UInt8]) {
    if let (format, _) = Self.marks.first(where: { bytes.starts(with: $0.1) }) {
      self = format
    } else if Self.isBzip2(bytes) {
      self = .bzip2
    } else if Self.isTar(bytes) {
      self = .tar
    } else {
      return nil
    }
  }

  /// The mark of bzip2 is text, `BZh91AY&SY`, so a byte that no text has must follow.
  private static func isBzip2(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("BZh".utf8)) && bytes.dropFirst(4).starts(with: Array("1AY&SY".utf8))
      && String(validating: bytes, as: UTF8.self) == nil
  }

  /// A header of tar has the sum of its bytes in it, and zeros behind short names and numbers.
  private static func isTar(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == markLength, bytes.contains(0) else { return false }
    let digits = bytes[148..<156].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    guard let written = Int(String(decoding: digits, as: UTF8.self), radix: 8) else { return false }
    // The field of the sum itself counts as eight spaces.
    let sum = bytes[..<148].reduce(0) { $0 + Int($1) } + bytes[156...].reduce(0) { $0 + Int($1) }
    return sum + 8 * 0x20 == written
  }
}

@testable import NativeEngine

extension RowNames {
  /// The hash by which duplicates are sought.
  static func songHash(of artistName: String, _ trackName: String) -> UInt64 {
    let artist = Array(artistName.utf8)
    let text = artist + Array(trackName.utf8)
    let padded = text + Array(repeating: 0, count: ByteHash.overread)
    return unsafe padded.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe RowNames(
        bytes: start, artistName: 0..<artist.count, trackName: artist.count..<text.count,
        position: 0
      ).songHash
    }
  }
}

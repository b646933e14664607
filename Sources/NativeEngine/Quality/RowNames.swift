import CByteScan
import ListeningSessions

/// The names and MBIDs of a row as they stand in a block, with the names' hashes.
@safe struct RowNames: BitwiseCopyable {
  /// A range in half the bytes, because rows are kept while they wait.
  private struct Place: BitwiseCopyable {
    let start: UInt32
    let end: UInt32

    @inline(__always)
    init(_ range: Range<Int>) {
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      end = UInt32(truncatingIfNeeded: range.upperBound)
    }

    @inline(__always)
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  let bytes: UnsafePointer<UInt8>
  private let artistMBIDPlace: Place
  private let artistNamePlace: Place
  private let trackMBIDPlace: Place
  private let trackNamePlace: Place
  let artistHash: UInt64
  let trackHash: UInt64
  /// Position of the row in the input set.
  let position: Int

  @inline(__always)
  init(
    bytes: UnsafePointer<UInt8>, artistMBID: Range<Int> = 0..<0, artistName: Range<Int>,
    trackMBID: Range<Int> = 0..<0, trackName: Range<Int>, position: Int
  ) {
    unsafe self.bytes = bytes
    artistMBIDPlace = Place(artistMBID)
    artistNamePlace = Place(artistName)
    trackMBIDPlace = Place(trackMBID)
    trackNamePlace = Place(trackName)
    self.position = position
    unsafe artistHash = ByteHash.hash(bytes + artistName.lowerBound, artistName.count, seed: 0)
    unsafe trackHash = ByteHash.hash(bytes + trackName.lowerBound, trackName.count, seed: 0)
  }

  var artistMBID: Range<Int> { artistMBIDPlace.range }
  var artistName: Range<Int> { artistNamePlace.range }
  var trackMBID: Range<Int> { trackMBIDPlace.range }
  var trackName: Range<Int> { trackNamePlace.range }

  /// The hash of both names, by which duplicates are sought.
  @inline(__always)
  var songHash: UInt64 { artistHash &* 0x9E37_79B9_7F4A_7C15 ^ trackHash }

  /// Whether the MBID is a UUID or empty and the name without control characters.
  func isOrdinary(name: Range<Int>, mbid: Range<Int>) -> Bool {
    guard unsafe MBIDHash.isUUIDOrEmpty(bytes, mbid) else { return false }
    let start = unsafe bytes + name.lowerBound
    if unsafe sidelong_may_hold_control(start, name.count) == 0 { return true }
    return unsafe !ControlCharacters.occur(in: Span(_unsafeStart: start, count: name.count))
  }
}

import ListeningSessions

/// Reads the contents of packed inputs, each from its beginning, in this process and in memory.
///
/// Members of one archive that follow one another are read in one pass.
final class UnpackedStream {
  private var reader: ArchiveReader?
  /// Bytes that were read too far and come again.
  private var rest: ArraySlice<UInt8> = []
  private(set) var path = ""
  /// Offset in the content of the next byte.
  private(set) var offset = 0

  /// Goes to the beginning of a content.
  func open(_ member: PackedMember) throws {
    rest = []
    offset = 0
    path = member.path
    let current = reader.flatMap { $0.packed === member.packed ? $0 : nil }
    let reader =
      if let current, current.ordinal < member.ordinal { current } else {
        try ArchiveReader(member.packed)
      }
    self.reader = reader
    while reader.ordinal < member.ordinal {
      // The members were there when the archive was looked through.
      guard try reader.next() != nil else { throw member.packed.changed() }
    }
  }

  /// Reads on; fewer bytes than asked for come only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let again = min(rest.count, buffer.count)
    unsafe buffer.copyBytes(from: rest.prefix(again))
    rest = rest.dropFirst(again)
    var count = again
    if again < buffer.count, let reader {
      count += try unsafe reader.read(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[again...]))
    }
    offset += count
    return count
  }

  /// Gives back the last bytes that were read.
  func putBack(_ bytes: UnsafeRawBufferPointer) {
    rest = unsafe ArraySlice(bytes) + rest
    offset -= bytes.count
  }

  /// Reads the packed file to its end, where checksums of all of it may stand.
  func finish() throws {
    while try reader?.next() != nil {}
    reader = nil
  }

  /// Share of the packed file that has been read.
  var progress: Double { reader?.progress ?? 0 }
}

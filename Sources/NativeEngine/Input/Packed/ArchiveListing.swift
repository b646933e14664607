import ListeningSessions

/// Looks through a packed file for what is to be read.
enum ArchiveListing {
  /// The contents behind a packed file, in its order.
  ///
  /// The headers are read up to the history of Last.fm-1K, or to the end: in a compressed tar that
  /// unpacks what stands before.
  static func members(of packed: PackedFile, matching pattern: String?) throws -> [PackedMember] {
    let reader = try ArchiveReader(packed)
    var choice = MemberChoice(pattern: pattern)
    while !choice.isFinal, let entry = try reader.next() {
      if reader.isNested { throw nested(packed.path) }
      let member = PackedMember(
        packed: packed, ordinal: reader.ordinal, name: entry.name,
        expectedByteCount: entry.byteCount)
      guard entry.name != nil else { return [try single(member)] }
      if entry.isRegular {
        choice.take(
          member, problem: choice.considers(member.name ?? "") ? try problem(entry, reader) : nil)
      }
    }
    return try choice.result(of: packed)
  }

  private static func single(_ member: PackedMember) throws -> PackedMember {
    PackedMember(
      packed: member.packed, ordinal: 0, name: nil,
      expectedByteCount: member.expectedByteCount ?? SizeHint.byteCount(of: member.packed))
  }

  private static func problem(
    _ entry: ArchiveReader.Entry, _ reader: ArchiveReader
  ) throws -> AnalysisError? {
    let path = "\(reader.packed.path):\(entry.name ?? "")"
    guard !entry.isEncrypted else {
      return AnalysisError(
        .noInput, "\(path) is encrypted", advice: "unpack it with its password and give the file")
    }
    let start = unsafe try [UInt8](unsafeUninitializedCapacity: PackedFormat.markLength) {
      buffer, count in
      count = try unsafe reader.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    return PackedFormat(start) == nil ? nil : nested(path)
  }

  private static func nested(_ path: String) -> AnalysisError {
    AnalysisError(
      .noInput, "\(path) is packed inside a packed file", advice: "unpack the outer one first")
  }
}

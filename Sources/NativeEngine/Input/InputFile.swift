import ListeningSessions

/// One open input: a file that is readable at any offset from any thread, or a packed content, which
/// is readable from its beginning only.
final class InputFile: Sendable {
  /// As the user named it; with the member's name for a member of an archive.
  let path: String
  /// The packed content that is the input, nil for a plain file.
  let member: PackedMember?
  private let file: OpenFile

  private init(path: String, file: OpenFile, member: PackedMember? = nil) {
    self.path = path
    self.file = file
    self.member = member
  }

  var isPacked: Bool { member != nil }
  var isNamed: Bool { file.isNamed }
  var status: SystemCalls.FileStatus { file.status }

  /// Bytes of a plain file; 0 for a packed one, whose content has to be unpacked to be counted.
  var byteCount: Int { isPacked ? 0 : file.byteCount }

  /// Bytes of the input as far as they are known before it is read.
  var expectedByteCount: Int {
    guard let member else { return file.byteCount }
    return min(max(0, member.expectedByteCount ?? 4 * file.byteCount), ListenRecord.positionLimit)
  }

  /// Bytes of the file in which the input is; those `read` and `bytes` give, packed or not.
  var storedByteCount: Int { file.byteCount }

  /// Opens a file: itself, or the contents that are to be read of a packed one.
  ///
  /// Standard input (`-`) and pipes are first copied to an unnamed temporary file, as they come,
  /// because the names of the ranked listens are read again in the end.
  static func open(
    _ path: String, temporaryDirectory: String, packed options: PackedInputs = PackedInputs()
  ) throws -> [InputFile] {
    let file = try openFile(path, temporaryDirectory: temporaryDirectory)
    guard let format = try PackedFormat(file.firstBytes(PackedFormat.markLength, of: path)) else {
      return [InputFile(path: path, file: file)]
    }
    let packed = PackedFile(file, path: path, format: format, options: options)
    return try ArchiveListing.members(of: packed, matching: options.member).map {
      InputFile(path: $0.path, file: file, member: $0)
    }
  }

  private static func openFile(_ path: String, temporaryDirectory: String) throws -> OpenFile {
    guard let descriptor = path == "-" ? 0 : SystemCalls.openForReading(path) else {
      throw cannotRead(path, SystemCalls.lastError)
    }
    guard let status = SystemCalls.status(of: descriptor) else {
      throw cannotRead(path, SystemCalls.lastError)
    }
    if status.isRegularFile, path != "-" {
      return OpenFile(descriptor: descriptor, status: status, isNamed: true)
    }
    let copy = try copyToUnnamedFile(descriptor, of: path, in: temporaryDirectory)
    if path != "-" { SystemCalls.closeFile(descriptor) }
    guard let status = SystemCalls.status(of: copy) else {
      throw cannotRead(path, SystemCalls.lastError)
    }
    return OpenFile(descriptor: copy, status: status, isNamed: false)
  }

  /// Fills `buffer` from `offset` on; stops early only at the end of the file.
  ///
  /// - Returns: the number of bytes read.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count, offset + filled < storedByteCount {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = unsafe file.read(at: offset + filled, into: rest)
      if count < 0 { throw InputFile.cannotRead(path, SystemCalls.lastError, .inputOutput) }
      if count == 0 { throw InputFile.changed(path) }
      filled += count
    }
    return min(filled, max(0, storedByteCount - offset))
  }

  /// Has the system fetch the bytes of a range, which will be read soon, without waiting for them.
  func readAhead(_ range: Range<Int>) { file.readAhead(range) }

  /// Whether the system holds the byte at `offset` in memory; false where it does not tell.
  func isInMemory(at offset: Int) -> Bool { file.isInMemory(at: offset) }

  /// The bytes of a range that lies in the file.
  func bytes(_ range: Range<Int>) throws -> [UInt8] {
    unsafe try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = try unsafe read(at: range.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Makes sure that what was read is still what the file holds.
  func requireUnchanged() throws {
    guard file.isUnchanged else {
      throw InputFile.changed(path)
    }
  }

  static func changed(_ path: String) -> AnalysisError {
    AnalysisError(
      .inputOutput, "\(path) changed while it was read",
      advice: "run again when nothing writes to it, or analyse a copy")
  }

  static func cannotRead(
    _ path: String, _ error: Int32, _ code: AnalysisError.Code = .noInput
  ) -> AnalysisError {
    AnalysisError(
      code, "cannot read \(path): \(SystemCalls.message(of: error))",
      advice: "check the name and its permissions")
  }

  private static func copyToUnnamedFile(
    _ source: Int32, of path: String, in directory: String
  ) throws -> Int32 {
    guard let copy = SystemCalls.openUnnamedFile(in: directory) else {
      throw cannotCopy(path, to: directory)
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { unsafe buffer.deallocate() }
    while true {
      let count = unsafe SystemCalls.readBytes(source, at: nil, into: buffer)
      if count < 0 { throw cannotRead(path, SystemCalls.lastError) }
      if count == 0 { return copy }
      let filled = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count])
      guard unsafe SystemCalls.writeBytes(copy, filled) else {
        throw cannotCopy(path, to: directory)
      }
    }
  }

  private static func cannotCopy(_ path: String, to directory: String) -> AnalysisError {
    AnalysisError(
      .inputOutput,
      "cannot copy \(path) to \(directory): \(SystemCalls.message(of: SystemCalls.lastError))",
      advice: "set TMPDIR to a directory with room for the whole input")
  }
}

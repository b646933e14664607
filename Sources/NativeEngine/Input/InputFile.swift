import ListeningSessions

/// One open input, readable at any offset from any thread until it is closed with the last use.
final class InputFile: Sendable {
  /// As the user named it.
  let path: String
  let byteCount: Int
  /// Whether it is read where it is; standard input and pipes are read from a copy.
  let isNamed: Bool
  /// When it was opened.
  let status: SystemCalls.FileStatus
  private let descriptor: Int32

  /// Takes an open descriptor of a regular file and closes it in the end.
  private init(
    path: String, descriptor: Int32, status: SystemCalls.FileStatus, isNamed: Bool
  ) {
    self.path = path
    self.isNamed = isNamed
    self.descriptor = descriptor
    self.status = status
    byteCount = status.byteCount
  }

  deinit { SystemCalls.closeFile(descriptor) }

  /// Opens a file; standard input (`-`) and pipes are first copied to an unnamed temporary file,
  /// because the names of the ranked listens are read again in the end.
  static func open(_ path: String, temporaryDirectory: String) throws -> InputFile {
    guard let descriptor = path == "-" ? 0 : SystemCalls.openForReading(path) else {
      throw cannotRead(path, SystemCalls.lastError)
    }
    guard let status = SystemCalls.status(of: descriptor) else {
      throw cannotRead(path, SystemCalls.lastError)
    }
    if status.isRegularFile, path != "-" {
      return InputFile(path: path, descriptor: descriptor, status: status, isNamed: true)
    }
    let copy = try copyToUnnamedFile(descriptor, of: path, in: temporaryDirectory)
    if path != "-" { SystemCalls.closeFile(descriptor) }
    guard let status = SystemCalls.status(of: copy) else {
      throw cannotRead(path, SystemCalls.lastError)
    }
    return InputFile(path: path, descriptor: copy, status: status, isNamed: false)
  }

  /// Fills `buffer` from `offset` on; stops early only at the end of the file.
  ///
  /// - Returns: the number of bytes read.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count, offset + filled < byteCount {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = unsafe SystemCalls.readBytes(descriptor, at: offset + filled, into: rest)
      if count < 0 { throw InputFile.cannotRead(path, SystemCalls.lastError, .inputOutput) }
      if count == 0 { throw changed() }
      filled += count
    }
    return min(filled, max(0, byteCount - offset))
  }

  /// The bytes of a range that lies in the file.
  func bytes(_ range: Range<Int>) throws -> [UInt8] {
    unsafe try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = try unsafe read(at: range.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Makes sure that what was read is still what the file holds.
  func requireUnchanged() throws {
    guard SystemCalls.status(of: descriptor)?.hasContent(of: status) == true else {
      throw changed()
    }
  }

  private func changed() -> AnalysisError {
    AnalysisError(
      .inputOutput, "\(path) changed while it was read",
      advice: "run again when nothing writes to it, or analyse a copy")
  }

  private static func cannotRead(
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

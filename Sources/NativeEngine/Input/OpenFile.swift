/// An open regular file, readable at any offset from any thread; closed with the last use.
final class OpenFile: Sendable {
  /// Whether it is read where it is; standard input and pipes are read from a copy.
  let isNamed: Bool
  /// When it was opened.
  let status: SystemCalls.FileStatus
  private let descriptor: Int32

  /// Takes an open descriptor and closes it in the end.
  init(descriptor: Int32, status: SystemCalls.FileStatus, isNamed: Bool) {
    self.isNamed = isNamed
    self.descriptor = descriptor
    self.status = status
  }

  deinit { SystemCalls.closeFile(descriptor) }

  var byteCount: Int { status.byteCount }

  /// Whether what was read is still what the file holds.
  var isUnchanged: Bool { SystemCalls.status(of: descriptor)?.hasContent(of: status) == true }

  /// Reads up to `buffer.count` bytes at `offset`.
  ///
  /// - Returns: the bytes read, 0 at the end, -1 on failure.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    unsafe SystemCalls.readBytes(descriptor, at: offset, into: buffer)
  }

  /// Has the system fetch the bytes of a range, as far as they are in the file, without waiting.
  func readAhead(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<byteCount)
    if !range.isEmpty { SystemCalls.readAhead(descriptor, range) }
  }

  /// Whether the system holds the byte at `offset` in memory; false where it does not tell.
  func isInMemory(at offset: Int) -> Bool { SystemCalls.isInMemory(descriptor, at: offset) }

  /// The first bytes, all of them if there are fewer.
  func firstBytes(_ count: Int, of path: String) throws -> [UInt8] {
    unsafe try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let result = unsafe read(at: 0, into: UnsafeMutableRawBufferPointer(buffer))
      guard result >= 0 else { throw InputFile.cannotRead(path, SystemCalls.lastError) }
      filled = result
    }
  }
}

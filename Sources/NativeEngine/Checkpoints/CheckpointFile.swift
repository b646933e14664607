import ListeningSessions

/// The open file of a checkpoint, closed with its last use.
final class CheckpointFile: Sendable {
  /// Sections start at multiples of it.
  static let alignment = 4096
  /// Bytes that are readable behind every section, for whoever reads words or sixty-four bytes.
  static let overread = 64
  /// Up to so many bytes a copy costs less than to map pages and to give them back.
  private static let mostCopied = 1 << 19

  /// As messages name it.
  let label: String
  private let descriptor: Int32

  /// Takes an open descriptor.
  init(_ label: String, descriptor: Int32) {
    self.label = label
    self.descriptor = descriptor
  }

  deinit { SystemCalls.closeFile(descriptor) }

  var status: SystemCalls.FileStatus? { SystemCalls.status(of: descriptor) }

  /// Bytes of the file that fit in `range`.
  func bytes(_ range: Range<Int>) throws(CheckpointProblem) -> [UInt8] {
    var failure: Int32?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count {
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let count = unsafe SystemCalls.readBytes(
          descriptor, at: range.lowerBound + filled, into: rest)
        if count < 0 { failure = SystemCalls.lastError }
        if count <= 0 { return }
        filled += count
      }
    }
    if let failure { throw .unreadable(SystemCalls.message(of: failure)) }
    return bytes
  }

  /// Writes all of `bytes` at `offset`; false on failure.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    unsafe SystemCalls.writeBytes(descriptor, bytes, at: offset)
  }

  /// Gives the file its length; what was never written reads as zeros.
  func setByteCount(_ byteCount: Int) -> Bool {
    SystemCalls.setByteCount(descriptor, byteCount)
  }

  /// Makes now the time of its last use.
  func touch() { SystemCalls.touch(descriptor) }

  /// Whether this process has the file for itself; until it is closed, it stays so.
  func lock() -> SystemCalls.LockOutcome { SystemCalls.lock(descriptor) }

  /// Maps a range for the time of the call; a small one is copied, which costs less.
  ///
  /// - Throws: what `body` throws, and `CheckpointProblem` when the system maps or reads nothing.
  func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    if range.count <= Self.mostCopied { return try unsafe withCopy(of: range, body) }
    let start = range.lowerBound & ~(SystemCalls.pageSize - 1)
    guard
      let window = unsafe SystemCalls.map(
        descriptor, start..<range.upperBound + CheckpointFile.overread)
    else { throw CheckpointProblem.unreadable(SystemCalls.message(of: SystemCalls.lastError)) }
    defer { unsafe SystemCalls.unmap(window) }
    let skipped = range.lowerBound - start
    return try unsafe body(
      UnsafeRawBufferPointer(rebasing: window[skipped..<skipped + range.count]))
  }

  private func withCopy<Result>(
    of range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    let size = range.count + CheckpointFile.overread
    return try unsafe withUnsafeTemporaryAllocation(byteCount: size, alignment: 64) { buffer in
      var filled = 0
      while filled < size {
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        let count = unsafe SystemCalls.readBytes(
          descriptor, at: range.lowerBound + filled, into: rest)
        // A file that is being written may end here, and zeros are as good behind the range.
        if count == 0, filled >= range.count { break }
        guard count > 0 else {
          throw CheckpointProblem.unreadable(SystemCalls.message(of: SystemCalls.lastError))
        }
        filled += count
      }
      for index in filled..<size { unsafe buffer[index] = 0 }
      return try unsafe body(
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<range.count]))
    }
  }
}

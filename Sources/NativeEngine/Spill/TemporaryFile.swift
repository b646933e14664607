import ListeningSessions
import Synchronization

/// A file without a name for what does not fit into memory: gone with the process, however it ends.
final class TemporaryFile: Sendable {
  private let descriptor: Int32
  private let directory: String
  private let end = Atomic(0)

  /// Makes a file in `directory`.
  init(in directory: String) throws {
    guard let descriptor = SystemCalls.openUnnamedFile(in: directory) else {
      throw TemporaryFile.failure("cannot create a temporary file", in: directory)
    }
    self.descriptor = descriptor
    self.directory = directory
  }

  deinit { SystemCalls.closeFile(descriptor) }

  /// Bytes given out so far.
  var byteCount: Int { end.load(ordering: .relaxed) }

  /// Gives out room for `count` bytes; any thread may ask.
  func reserve(_ count: Int) -> Int {
    end.add(count, ordering: .relaxed).oldValue
  }

  /// Writes at a place that was given out.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
    guard unsafe SystemCalls.writeBytes(descriptor, bytes, at: offset) else {
      throw TemporaryFile.failure("cannot write to a temporary file", in: directory)
    }
  }

  /// Fills `buffer` with what was written at `offset`.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws {
    var filled = 0
    while filled < buffer.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = unsafe SystemCalls.readBytes(descriptor, at: offset + filled, into: rest)
      guard count > 0 else {
        throw TemporaryFile.failure("cannot read from a temporary file", in: directory)
      }
      filled += count
    }
  }

  private static func failure(_ what: String, in directory: String) -> AnalysisError {
    AnalysisError(
      .inputOutput,
      "\(what) in \(directory): \(SystemCalls.message(of: SystemCalls.lastError))",
      advice: "choose a directory with room by --temp, or allow more memory by --memory")
  }
}

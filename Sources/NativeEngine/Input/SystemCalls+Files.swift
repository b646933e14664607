#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Files that are written at any offset, and their names.
extension SystemCalls {
  /// What came of asking for a file's lock.
  enum LockOutcome {
    case ours, heldByAnother
    /// The file system has no locks.
    case unknown
  }

  /// Creates a file that only its owner may read, for reading and writing; nil on failure, also if
  /// there is one of that name.
  static func createFile(_ path: String) -> Int32? {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    return descriptor >= 0 ? descriptor : nil
  }

  /// Writes all of `buffer` at `offset`; false on failure.
  static func writeBytes(
    _ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, at offset: Int
  ) -> Bool {
    var written = 0
    while written < buffer.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
      let count = unsafe pwrite(
        descriptor, rest.baseAddress, rest.count, off_t(offset + written))
      if count < 0 && errno != EINTR { return false }
      written += max(count, 0)
    }
    return true
  }

  /// Cuts a file off, or lengthens it by zeros.
  static func setByteCount(_ descriptor: Int32, _ byteCount: Int) -> Bool {
    ftruncate(descriptor, off_t(byteCount)) == 0
  }

  /// Sets the times of a file to now, if that is allowed.
  static func touch(_ descriptor: Int32) {
    _ = futimens(descriptor, nil)
  }

  /// Takes the lock of an open file for as long as it is open; the system lets it go when the process
  /// ends, however that comes.
  static func lock(_ descriptor: Int32) -> LockOutcome {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return .ours }
    return errno == EWOULDBLOCK ? .heldByAnother : .unknown
  }

  /// Gives a file another name, in place of a file that had it.
  static func move(_ old: String, to new: String) -> Bool {
    unsafe rename(old, new) == 0
  }

  static func removeFile(_ path: String) -> Bool {
    unsafe unlink(path) == 0
  }

  /// Makes a directory that only its owner may enter, and those above it, as far as they are missing.
  static func makeDirectories(_ path: String) -> Bool {
    if status(ofPath: path)?.isDirectory == true { return true }
    var above = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      above += part
      if unsafe mkdir(above, 0o700) != 0 {
        let error = errno
        guard status(ofPath: above)?.isDirectory == true else {
          errno = error
          return false
        }
      }
      above += "/"
    }
    return !above.isEmpty
  }

  /// Whether a call failed because there is no such file.
  static func isMissing(_ error: Int32) -> Bool { error == ENOENT }

  /// Whether a call failed because there is such a file.
  static func isTaken(_ error: Int32) -> Bool { error == EEXIST }

  /// The number of this process.
  static var processNumber: Int32 { getpid() }
}

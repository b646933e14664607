#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few calls of the C library that the engine needs, with safe faces.
enum SystemCalls {
  /// What `fstat` tells about an open file.
  struct FileStatus {
    let byteCount: Int
    let isRegularFile: Bool
    let isDirectory: Bool
    let device: UInt64
    let inode: UInt64
    /// Names of the file; 0 when it is removed but open.
    let linkCount: Int
    /// Nanoseconds since 1970; changes whenever the file's content does.
    let modifiedAt: Int
    /// Likewise; changes with its content, names and permissions, and cannot be set back.
    let changedAt: Int

    fileprivate init(_ status: stat) {
      byteCount = Int(status.st_size)
      isRegularFile = status.st_mode & S_IFMT == S_IFREG
      isDirectory = status.st_mode & S_IFMT == S_IFDIR
      device = UInt64(truncatingIfNeeded: status.st_dev)
      inode = UInt64(truncatingIfNeeded: status.st_ino)
      linkCount = Int(status.st_nlink)
      #if canImport(Darwin)
        modifiedAt = nanoseconds(status.st_mtimespec)
        changedAt = nanoseconds(status.st_ctimespec)
      #else
        modifiedAt = nanoseconds(status.st_mtim)
        changedAt = nanoseconds(status.st_ctim)
      #endif
    }

    /// Whether the file holds what it held then.
    func hasContent(of earlier: FileStatus) -> Bool {
      byteCount == earlier.byteCount && modifiedAt == earlier.modifiedAt
    }
  }

  /// The error number of the last failed call.
  static var lastError: Int32 { errno }

  /// The system's words for an error number, such as "Permission denied".
  static func message(of error: Int32) -> String {
    unsafe String(cString: strerror(error))
  }

  /// Opens `path` for reading.
  ///
  /// - Parameters:
  ///   - path: what to open.
  ///   - waiting: whether to wait for the other end of a named pipe.
  /// - Returns: the descriptor; nil on failure, with `lastError` set.
  static func openForReading(_ path: String, waiting: Bool = true) -> Int32? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | (waiting ? 0 : O_NONBLOCK))
    return descriptor >= 0 ? descriptor : nil
  }

  static func closeFile(_ descriptor: Int32) {
    _ = close(descriptor)
  }

  static func status(of descriptor: Int32) -> FileStatus? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? FileStatus(status) : nil
  }

  static func status(ofPath path: String) -> FileStatus? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? FileStatus(status) : nil
  }

  /// Reads up to `buffer.count` bytes at `offset`, or at the file's position when it is nil.
  ///
  /// - Returns: the bytes read, 0 at the end, -1 on failure.
  static func readBytes(
    _ descriptor: Int32, at offset: Int?, into buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    while true {
      let count =
        if let offset {
          unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
        } else {
          unsafe read(descriptor, buffer.baseAddress, buffer.count)
        }
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// Appends all of `buffer`; false on failure.
  static func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Bool {
    var rest = unsafe buffer
    while unsafe !rest.isEmpty {
      let count = unsafe write(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno != EINTR { return false }
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(count, 0)))
    }
    return true
  }

  /// A new file in `directory` without a name: it is gone when closed, whatever happens.
  static func openUnnamedFile(in directory: String) -> Int32? {
    var template = Array("\(directory)/sidelong-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    // Not for the programs that alerts start.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unsafe unlink(template)
    return descriptor
  }

  /// The names in a directory, unordered; nil on failure.
  static func names(inDirectory path: String) -> [String]? {
    guard let directory = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  /// Whether a name matches a shell's pattern; `*` also matches a slash.
  static func matches(_ name: String, _ pattern: String) -> Bool {
    unsafe fnmatch(pattern, name, 0) == 0
  }

  /// Wraps round in the year 2262, which only strange file systems reach.
  static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }

  /// Seconds on a clock that only moves forward.
  static var monotonicSeconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Largest resident size of this process so far, in bytes.
  static var peakMemoryBytes: Int? {
    var usage = rusage()
    #if canImport(Glibc)
      guard unsafe getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return nil }
    #else
      guard unsafe getrusage(RUSAGE_SELF, &usage) == 0 else { return nil }
    #endif
    #if canImport(Darwin)
      return usage.ru_maxrss
    #else
      return usage.ru_maxrss * 1024
    #endif
  }

  /// Processors that this process may use.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Memory of the machine, in bytes.
  static var physicalMemoryBytes: Int {
    max(1, sysconf(Int32(_SC_PHYS_PAGES))) * sysconf(Int32(_SC_PAGESIZE))
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Parts of files as memory.
extension SystemCalls {
  /// Mappings start at multiples of it.
  static let pageSize = sysconf(Int32(_SC_PAGESIZE))

  /// Maps a range of a file for reading; nil on failure.
  ///
  /// Whoever reads what lies behind the end of the file, or what somebody cuts off, is ended by the
  /// system, so only files that nobody changes in place are mapped.
  static func map(_ descriptor: Int32, _ range: Range<Int>) -> UnsafeRawBufferPointer? {
    guard
      let start = unsafe mmap(
        nil, range.count, PROT_READ, MAP_SHARED, descriptor, off_t(range.lowerBound)),
      unsafe start != MAP_FAILED
    else { return nil }
    return unsafe UnsafeRawBufferPointer(start: start, count: range.count)
  }

  /// Ends a mapping.
  static func unmap(_ window: UnsafeRawBufferPointer) {
    unsafe munmap(UnsafeMutableRawPointer(mutating: window.baseAddress), window.count)
  }
}

#if canImport(Glibc)
  import Glibc
#endif

extension SystemCalls {
  /// Has the system fetch a range of a file that is not in memory, without waiting for it.
  ///
  /// Where it is in memory this costs some microseconds; where the system has no such call, nothing
  /// happens.
  static func readAhead(_ descriptor: Int32, _ range: Range<Int>) {
    #if canImport(Glibc)
      // To ask for pages that are there takes a look at each of them; the first tells as much of a
      // range that is read from its beginning on.
      guard !isInMemory(descriptor, at: range.lowerBound) else { return }
      _ = posix_fadvise(
        descriptor, off_t(range.lowerBound), off_t(range.count), POSIX_FADV_WILLNEED)
    #endif
  }

  /// Whether the page with the byte at `offset` is in memory; false where the system does not tell.
  static func isInMemory(_ descriptor: Int32, at offset: Int) -> Bool {
    #if canImport(Glibc)
      let start = offset & ~(pageSize - 1)
      guard let page = unsafe map(descriptor, start..<start + 1) else { return false }
      defer { unsafe unmap(page) }
      var state: UInt8 = 0
      return unsafe mincore(page.baseAddress.map { unsafe .init(mutating: $0) }, 1, &state) == 0
        && state & 1 == 1
    #else
      return false
    #endif
  }
}

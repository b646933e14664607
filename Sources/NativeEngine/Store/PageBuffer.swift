#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Memory straight from the system, which gets it back at once when the buffer goes.
///
/// The allocator keeps what it is given back for later, in pieces that fit nothing else; with a
/// bound on the memory of the whole process, large buffers must not stay behind.
@safe struct PageBuffer: ~Copyable, @unchecked Sendable {
  let start: UnsafeMutableRawPointer
  let byteCount: Int

  /// Zeroed memory; no memory is taken before it is written to.
  init(byteCount: Int) {
    self.byteCount = byteCount
    unsafe start = Self.map(max(byteCount, 1))
  }

  /// Has the memory in large pages where the system gives such on request: for what is looked up all
  /// over, where finding the page of an address costs as much as the access.
  ///
  /// A whole page of mostly 2 MiB is taken with the first byte that is written to it.
  func askForLargePages() {
    #if os(Linux)
      // Whether it is granted or refused changes nothing but the time.
      unsafe madvise(start, byteCount, MADV_HUGEPAGE)
    #endif
  }

  /// All of it as values of a type of which zeros are one.
  func bound<Element: BitwiseCopyable>(
    to type: Element.Type
  ) -> UnsafeMutableBufferPointer<Element> {
    let count = byteCount / MemoryLayout<Element>.stride
    return unsafe UnsafeMutableBufferPointer(
      start: start.bindMemory(to: type, capacity: count), count: count)
  }

  deinit { unsafe munmap(start, max(byteCount, 1)) }

  private static func map(_ byteCount: Int) -> UnsafeMutableRawPointer {
    let pages = unsafe mmap(
      nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let pages = unsafe pages, unsafe pages != MAP_FAILED else {
      // Out of address space or over a limit: as the allocator does.
      preconditionFailure("out of memory: cannot map \(byteCount) bytes")
    }
    return unsafe pages
  }
}

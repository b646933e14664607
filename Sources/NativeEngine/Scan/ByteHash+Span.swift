extension ByteHash {
  /// The hash of text behind which nothing need be readable.
  static func hash(of text: Span<UInt8>) -> UInt64 {
    unsafe withReadable(text) { unsafe hash(id: $0, $1) } ?? 0
  }

  /// Calls `body` with text behind which as much can be read as its hash needs.
  ///
  /// - Returns: what `body` returned; nil only if there is no room on the stack, which there is.
  @inline(__always)
  static func withReadable<Result>(
    _ text: Span<UInt8>, _ body: (UnsafePointer<UInt8>, Int) -> Result
  ) -> Result? {
    unsafe text.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress, bytes.count >= longCount {
        return unsafe body(start, bytes.count)
      }
      return unsafe withUnsafeTemporaryAllocation(
        of: UInt8.self, capacity: bytes.count + overread
      ) { padded in
        guard let start = padded.baseAddress else { return nil }
        unsafe _ = padded.update(fromContentsOf: bytes)
        unsafe (start + bytes.count).initialize(repeating: 0, count: overread)
        return unsafe body(start, bytes.count)
      }
    }
  }
}

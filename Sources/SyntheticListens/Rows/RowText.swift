/// The end of a block of rows, to which text is appended eight bytes at a time.
///
/// The compiler makes one store of the eight assignments in `append(_:count:)`, once it knows that
/// all of them are within bounds; that is several times faster than appending byte by byte.
struct RowText: ~Copyable, ~Escapable {
  private var bytes: MutableSpan<UInt8>
  /// Where the next byte goes.
  private(set) var end: Int

  @_lifetime(copy bytes)
  init(_ bytes: consuming MutableSpan<UInt8>, end: Int) {
    self.bytes = bytes
    self.end = end
  }

  /// Appends the lowest `count` bytes of `word`, at most eight, the lowest first.
  ///
  /// Eight bytes are written whatever the count; what comes next overwrites the rest.
  @inline(__always)
  mutating func append(_ word: UInt64, count: Int) {
    let at = end
    precondition(at >= 0 && at <= bytes.count &- 8, "a block leaves room for a whole row")
    bytes[at] = UInt8(truncatingIfNeeded: word)
    bytes[at &+ 1] = UInt8(truncatingIfNeeded: word >> 8)
    bytes[at &+ 2] = UInt8(truncatingIfNeeded: word >> 16)
    bytes[at &+ 3] = UInt8(truncatingIfNeeded: word >> 24)
    bytes[at &+ 4] = UInt8(truncatingIfNeeded: word >> 32)
    bytes[at &+ 5] = UInt8(truncatingIfNeeded: word >> 40)
    bytes[at &+ 6] = UInt8(truncatingIfNeeded: word >> 48)
    bytes[at &+ 7] = UInt8(truncatingIfNeeded: word >> 56)
    end = at &+ count
  }

  @inline(__always)
  mutating func append(_ text: PackedText) {
    append(text.word, count: text.count)
  }

  mutating func append(byte: UInt8) {
    append(UInt64(byte), count: 1)
  }

  mutating func append(bytes: [UInt8]) {
    for byte in bytes { append(byte: byte) }
  }
}

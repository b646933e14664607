import ListeningSessions

/// What the scanner asks about stretches of a buffer's bytes.
extension BlockBuffer {
  /// The bytes of `range`.
  @_lifetime(borrow self)
  @inline(__always)
  borrowing func line(_ range: Range<Int>) -> Span<UInt8> {
    let span = unsafe Span(_unsafeStart: bytes + range.lowerBound, count: range.count)
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  var hasByteOrderMark: Bool {
    unsafe end > 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
  }

  /// The line feed that ends the line at `start`, nil when no line starts there.
  func firstLineEnd(from start: Int) -> Int? {
    (start..<end).first { unsafe bytes[$0] == 0x0A }
  }

  /// The checksum of the bytes of a block that was loaded.
  func checksum(of block: InputSet.Block) -> UInt64 {
    let start = block.range.lowerBound - fileOffset
    return unsafe Checksum.of(
      UnsafeRawBufferPointer(start: bytes + start, count: block.range.count))
  }

  /// Whether no byte of `range` is 0x80 or above.
  @inline(__always)
  func isASCII(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound >> 6
    let last = (range.upperBound - 1) >> 6
    let fromStart = UInt64.max &<< UInt64(range.lowerBound & 63)
    let toEnd = UInt64.max &>> UInt64(63 - (range.upperBound - 1) & 63)
    if first == last { return unsafe high[first] & fromStart & toEnd == 0 }
    var bits = unsafe (high[first] & fromStart) | (high[last] & toEnd)
    var word = first + 1
    while word < last {
      unsafe bits |= high[word]
      word += 1
    }
    return bits == 0
  }

  func isValidUTF8(_ range: Range<Int>) -> Bool {
    (try? UTF8Span(validating: line(range))) != nil
  }

  /// Whether valid UTF-8 says something; nearly always its first byte tells.
  @inline(__always)
  func isNotBlank(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    return unsafe Blank.beginsText(bytes[range.lowerBound]) || !Blank.isBlank(line(range))
  }
}

/// In which order the parts of a file are read: those in memory first, while others are fetched.
///
/// A file that is larger than the memory for files loses its beginning there whenever its end is
/// read. From its beginning on, nothing of it would ever be found in memory.
struct ReadingOrder {
  /// Parts that are fetched at a time, so that the disk does not wait for the next request.
  private static let mostFetched = 2

  /// Bytes that are left.
  private(set) var byteCount: Int
  /// Parts to read next; ascending but for those that were fetched.
  private var ready: [Range<Int>]
  private var absent: ArraySlice<Range<Int>> = []
  private var fetched: [Range<Int>] = []

  /// Orders the bytes of a file.
  ///
  /// - Parameters:
  ///   - byteCount: its size.
  ///   - partSize: size of a part but for the last.
  ///   - isInMemory: whether a part is, as far as can be told quickly.
  init(byteCount: Int, partSize: Int, isInMemory: (Range<Int>) -> Bool) {
    self.byteCount = byteCount
    let parts = stride(from: 0, to: byteCount, by: partSize).map {
      $0..<min($0 + partSize, byteCount)
    }
    ready = parts.filter(isInMemory)
    if ready.isEmpty || ready.count == parts.count {
      ready = byteCount > 0 ? [0..<byteCount] : []
    } else {
      let known = Set(ready)
      absent = parts.filter { !known.contains($0) }[...]
      // The last is taken first.
      ready = Self.joined(ready).reversed()
    }
  }

  /// The next bytes to read, at most `most` of them; nil at the end.
  mutating func next(atMost most: Int, isInMemory: (Range<Int>) -> Bool) -> Range<Int>? {
    if let index = fetched.firstIndex(where: isInMemory) { ready.append(fetched.remove(at: index)) }
    guard let part = ready.popLast() ?? nextAbsent() else { return nil }
    let end = min(part.lowerBound + most, part.upperBound)
    if end < part.upperBound { ready.append(end..<part.upperBound) }
    byteCount -= end - part.lowerBound
    return part.lowerBound..<end
  }

  /// A part that should be fetched now, if any.
  mutating func nextToFetch() -> Range<Int>? {
    guard !ready.isEmpty, fetched.count < Self.mostFetched, let part = absent.popFirst() else {
      return nil
    }
    fetched.append(part)
    return part
  }

  /// Parts that follow one another as one.
  private static func joined(_ parts: [Range<Int>]) -> [Range<Int>] {
    parts.reduce(into: []) { joined, part in
      if let last = joined.last, last.upperBound == part.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<part.upperBound
      } else {
        joined.append(part)
      }
    }
  }

  private mutating func nextAbsent() -> Range<Int>? {
    fetched.isEmpty ? absent.popFirst() : fetched.removeFirst()
  }
}

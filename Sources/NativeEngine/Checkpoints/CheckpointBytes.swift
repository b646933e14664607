/// Numbers and texts as bytes: words of eight bytes, texts behind their length.
struct CheckpointBytes {
  private(set) var all: [UInt8] = []

  mutating func append(_ word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      all.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }

  mutating func append(_ text: String) {
    append(UInt64(text.utf8.count))
    all.append(contentsOf: text.utf8)
  }

  /// Takes them back, one after the other; nil where the bytes end too early or make no sense.
  struct Reader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
      rest = bytes[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func word() -> UInt64? {
      guard rest.count >= 8 else { return nil }
      defer { rest = rest.dropFirst(8) }
      return rest.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A word that counts or places something.
    mutating func number() -> Int? { word().flatMap { Int(exactly: $0) } }

    mutating func text() -> String? {
      guard let count = number(), count <= rest.count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return String(validating: rest.prefix(count), as: UTF8.self)
    }
  }
}

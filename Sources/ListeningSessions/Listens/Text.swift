/// A piece of text as it stood in the input, compared by its UTF-8 bytes.
///
/// Swift's `String` holds two spellings of "é" equal and sorts by Unicode order; the contract keeps
/// names as they are and orders them by bytes, which is what every engine can do alike.
///
///     Text("Zebra") < Text("apple")  // true: 0x5A < 0x61
public struct Text: Hashable, Comparable, Codable, Sendable {
  /// The bytes, always valid UTF-8 in a listen that was accepted.
  public let utf8: [UInt8]

  /// Takes the bytes as they are.
  public init(utf8: [UInt8]) {
    self.utf8 = utf8
  }

  /// Takes the UTF-8 bytes of `string`.
  public init(_ string: String) {
    self.init(utf8: Array(string.utf8))
  }

  /// Feeds eight bytes at a time to the hasher, which takes an array's bytes one by one.
  public func hash(into hasher: inout Hasher) {
    var word: UInt64 = 0
    for (index, byte) in utf8.enumerated() {
      word = word << 8 | UInt64(byte)
      if index & 7 == 7 {
        hasher.combine(word)
        word = 0
      }
    }
    hasher.combine(word)
    hasher.combine(utf8.count)
  }

  public static func < (left: Text, right: Text) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

extension Text: CustomStringConvertible {
  /// The text for people; bytes that are not UTF-8 appear as U+FFFD.
  public var description: String { String(decoding: utf8, as: UTF8.self) }
}

extension Text: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

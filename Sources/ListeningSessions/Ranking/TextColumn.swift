/// Many texts, one behind the other: a hundred thousand of them are two arrays instead of as many.
public struct TextColumn: Hashable, Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  public init() {}

  public var count: Int { ends.count }

  /// Takes a text behind all others.
  public mutating func append(_ utf8: ArraySlice<UInt8>) {
    bytes += utf8
    ends.append(bytes.count)
  }

  /// The bytes of a text.
  public func utf8(_ number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  public subscript(number: Int) -> Text { Text(utf8: Array(utf8(number))) }
}

/// How packed inputs are treated.
public struct PackedInputs: Sendable {
  /// Which members of an archive are read, as a shell's pattern; nil takes the history in it.
  public var member: String?
  /// Bytes that one input may unpack to; nil is 1 GiB and a hundred times its packed size.
  public var largestExpansion: Int?

  public init(member: String? = nil, largestExpansion: Int? = nil) {
    self.member = member
    self.largestExpansion = largestExpansion
  }

  func expandedLimit(packed byteCount: Int) -> Int {
    largestExpansion ?? (1 << 30) + 100 * byteCount
  }
}

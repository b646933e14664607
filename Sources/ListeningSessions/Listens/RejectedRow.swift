/// A row that was set aside, with where it stood and why.
public struct RejectedRow: Hashable, Sendable {
  /// The input as the user named it.
  public let inputPath: String
  /// Physical line in that input, from 1.
  public let lineNumber: Int
  /// First byte of the line in that input, from 0.
  public let byteOffset: Int
  public let reason: RejectReason
  /// The line without its line feed; a carriage return before it is kept.
  public let rawLine: [UInt8]

  public init(
    inputPath: String, lineNumber: Int, byteOffset: Int, reason: RejectReason, rawLine: [UInt8]
  ) {
    self.inputPath = inputPath
    self.lineNumber = lineNumber
    self.byteOffset = byteOffset
    self.reason = reason
    self.rawLine = rawLine
  }
}

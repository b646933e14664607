import ListeningSessions

/// A file that the cluster reads.
struct SparkInput: Hashable, Sendable {
  /// As results show it.
  let path: String
  /// As Spark names it, in the form of a URI with its escapes.
  let location: String
  let byteCount: Int

  var isParquet: Bool { location.hasSuffix(".parquet") }

  /// The location without the escapes of a URI.
  var plainLocation: String { SparkInput.unescaped(location) }

  static func unescaped(_ location: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(location.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

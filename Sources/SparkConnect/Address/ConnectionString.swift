#if Spark
  import FoundationEssentials

  /// The parts of `sc://host:port/;key=value;…`.
  struct ConnectionString {
    let host: String
    let port: Int
    /// What has not been taken yet.
    private(set) var parameters: [String: String]

    private static let scheme = "sc://"
    private static let standardPort = 15002

    init(_ text: String) throws {
      guard text.hasPrefix(Self.scheme) else {
        throw Self.error("it does not begin with sc://")
      }
      let rest = text.dropFirst(Self.scheme.count)
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      (host, port) = try Self.authority(rest[..<end])
      parameters = try Self.parameters(rest[end...].dropFirst())
    }

    /// The value of a parameter, which is then no longer among the others.
    mutating func take(_ key: String) -> String? {
      parameters.removeValue(forKey: key)
    }

    /// The same for a yes or no.
    mutating func takeBool(_ key: String) throws -> Bool? {
      switch take(key)?.lowercased() {
      case nil: nil
      case "true": true
      case "false": false
      default: throw Self.error("\(key) is neither true nor false")
      }
    }

    /// The same for an id.
    mutating func takeUUID(_ key: String) throws -> String? {
      guard let text = take(key) else { return nil }
      guard let id = UUID(uuidString: text) else { throw Self.error("\(key) is no UUID") }
      return id.uuidString.lowercased()
    }

    private static func authority(_ text: Substring) throws -> (String, Int) {
      // An IPv6 address stands in brackets, because colons are in it.
      let hostEnd =
        text.hasPrefix("[")
        ? text.firstIndex(of: "]").map { text.index(after: $0) } ?? text.endIndex
        : text.firstIndex(of: ":") ?? text.endIndex
      var host = text[..<hostEnd]
      if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
      let tail = text[hostEnd...]
      guard !host.isEmpty, !host.contains(where: { "[];=@ ".contains($0) }) else {
        throw error("it names no host")
      }
      if tail.isEmpty { return (String(host), standardPort) }
      guard tail.hasPrefix(":"), let port = UInt16(tail.dropFirst()), port > 0 else {
        throw error("the port is no number from 1 to 65535")
      }
      return (String(host), Int(port))
    }

    private static func parameters(_ text: Substring) throws -> [String: String] {
      if text.isEmpty { return [:] }
      guard text.hasPrefix(";") else {
        throw error("it has a path; parameters follow as /;key=value")
      }
      var parameters: [String: String] = [:]
      for part in text.split(separator: ";") {
        let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2, !pair[0].isEmpty, let value = decoded(pair[1]) else {
          // The part itself may be secret.
          throw error("a parameter is not of the form key=value")
        }
        guard pair[0].utf8.allSatisfy(isHeaderByte) else {
          throw error("the name of a parameter has more than letters, digits, - and _")
        }
        guard value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
          throw error("the value of \(pair[0]) has characters that cannot be sent")
        }
        let key = pair[0].lowercased()
        guard parameters.updateValue(value, forKey: key) == nil else {
          throw error("\(key) is given twice")
        }
      }
      return parameters
    }

    /// Replaces each `%` and the two hexadecimal digits behind it; nil if others stand there.
    private static func decoded(_ text: Substring) -> String? {
      var bytes: [UInt8] = []
      var rest = text.utf8
      while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
          bytes.append(byte)
          continue
        }
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
          let value = UInt8(String(Substring(digits)), radix: 16)
        else { return nil }
        bytes.append(value)
        rest.removeFirst(2)
      }
      return String(validating: bytes, as: UTF8.self)
    }

    private static func isHeaderByte(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }

    private static func error(_ reason: String) -> SparkError {
      SparkError(
        .configuration,
        "the address of the Spark server cannot be read: \(reason); "
          + "write it as sc://host:15002/;key=value")
    }
  }
#endif

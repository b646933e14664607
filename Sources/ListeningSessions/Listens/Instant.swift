/// A whole second of UTC from 1970-01-01T00:00:00Z to 2105-12-31T23:59:59Z.
///
/// 32 unsigned bits hold every instant that the contract accepts, which is what lets the native
/// engine keep a listen in a few bytes.
public struct Instant: Hashable, Comparable, Codable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let secondsSinceEpoch: UInt32

  /// Takes seconds that are known to be in range.
  @inlinable
  public init(secondsSinceEpoch: UInt32) {
    self.secondsSinceEpoch = secondsSinceEpoch
  }

  /// The last instant that the contract accepts, 2105-12-31T23:59:59Z.
  public static let latest = Instant(secondsSinceEpoch: 4_291_747_199)

  /// The instant `seconds` after the epoch, or nil outside the accepted range.
  @inlinable
  public init?(checking seconds: Int) {
    guard seconds >= 0, seconds <= 4_291_747_199 else { return nil }
    self.init(secondsSinceEpoch: UInt32(truncatingIfNeeded: seconds))
  }

  @inlinable
  public static func < (left: Instant, right: Instant) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }

  /// Seconds from `earlier` to this instant; negative when it is later.
  @inlinable
  public func seconds(since earlier: Instant) -> Int {
    Int(secondsSinceEpoch) - Int(earlier.secondsSinceEpoch)
  }
}

extension Instant: CustomStringConvertible {
  /// The instant as `2006-02-12T17:49:31Z`.
  public var description: String { String(decoding: utf8, as: UTF8.self) }

  /// The twenty bytes of `description`.
  public var utf8: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// Appends the twenty bytes of `description`.
  public func write(to bytes: inout [UInt8]) {
    let seconds = Int(secondsSinceEpoch)
    let date = CivilDate(daysSinceEpoch: seconds / 86_400)
    let second = seconds % 86_400
    Instant.append(date.year / 100, to: &bytes)
    Instant.append(date.year % 100, "-", to: &bytes)
    Instant.append(date.month, "-", to: &bytes)
    Instant.append(date.day, "T", to: &bytes)
    Instant.append(second / 3600, ":", to: &bytes)
    Instant.append(second / 60 % 60, ":", to: &bytes)
    Instant.append(second % 60, "Z", to: &bytes)
  }

  private static func append(
    _ number: Int, _ separator: Unicode.Scalar? = nil, to bytes: inout [UInt8]
  ) {
    bytes.append(0x30 + UInt8(truncatingIfNeeded: number / 10))
    bytes.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
    if let separator { bytes.append(UInt8(ascii: separator)) }
  }
}

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
    let seconds = Int(secondsSinceEpoch)
    let date = CivilDate(daysSinceEpoch: seconds / 86_400)
    let second = seconds % 86_400
    var bytes = Array("0000-00-00T00:00:00Z".utf8)
    Instant.write(date.year / 100, at: 0, of: &bytes)
    Instant.write(date.year % 100, at: 2, of: &bytes)
    Instant.write(date.month, at: 5, of: &bytes)
    Instant.write(date.day, at: 8, of: &bytes)
    Instant.write(second / 3600, at: 11, of: &bytes)
    Instant.write(second / 60 % 60, at: 14, of: &bytes)
    Instant.write(second % 60, at: 17, of: &bytes)
    return bytes
  }

  private static func write(_ number: Int, at index: Int, of bytes: inout [UInt8]) {
    bytes[index] += UInt8(number / 10)
    bytes[index + 1] += UInt8(number % 10)
  }
}

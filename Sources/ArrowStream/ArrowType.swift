/// The types of columns that the reader knows; all others are refused.
public enum ArrowType: Hashable, Sendable {
  /// Nothing but nulls.
  case null
  case bool
  /// A whole number of 8, 16, 32 or 64 bits.
  case int(bits: Int, signed: Bool)
  /// A floating point number of 32 or 64 bits.
  case float(bits: Int)
  /// Text; its bytes are handed on as they are, valid or not.
  case utf8
  case binary
  /// Days since 1970-01-01.
  case date
  /// A moment; `zone` is nil for one that has no time zone.
  case timestamp(unit: TimeUnit, zone: String?)

  /// What the number of a timestamp counts.
  public enum TimeUnit: Int, Hashable, Sendable {
    case second
    case millisecond
    case microsecond
    case nanosecond
  }
}

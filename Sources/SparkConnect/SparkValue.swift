#if Spark
  /// A value for a named parameter of a statement.
  public enum SparkValue: Hashable, Sendable {
    case string(String)
    case int(Int32)
    case long(Int64)
    case double(Double)
    case bool(Bool)
    case binary([UInt8])
    /// Microseconds since 1970-01-01 in UTC.
    case timestamp(microseconds: Int64)
  }

  extension SparkValue: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
  }

  extension SparkValue: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int64) { self = .long(value) }
  }
#endif

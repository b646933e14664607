/// One column of a table; its values are asked for row by row.
///
/// Whole numbers of every width are widened to 64 bits, moments are microseconds since 1970-01-01
/// whatever their unit was.
public struct ArrowColumn: Sendable {
  enum Storage: Sendable {
    case nulls(Int)
    case bools([Bool])
    case integers([Int64])
    case doubles([Double])
    /// Row `r` is from `offsets[r]` to before `offsets[r + 1]`.
    case bytes(offsets: [Int], [UInt8])
  }

  public let field: ArrowField
  private var storage: Storage
  private var isValid: [Bool]?

  init(_ field: ArrowField, _ storage: Storage, isValid: [Bool]?) {
    self.field = field
    self.storage = storage
    self.isValid = isValid
  }

  /// How many rows there are.
  public var count: Int {
    switch storage {
    case .nulls(let count): count
    case .bools(let values): values.count
    case .integers(let values): values.count
    case .doubles(let values): values.count
    case .bytes(let offsets, _): offsets.count - 1
    }
  }

  /// Whether there is no value.
  ///
  /// - Parameter row: from 0 to before `count`.
  /// - Returns: true for a null.
  public func isNull(_ row: Int) -> Bool {
    if case .nulls = storage { return true }
    return isValid.map { !$0[row] } ?? false
  }

  /// A whole number of any width, or the days of a date.
  ///
  /// - Parameter row: from 0 to before `count`.
  /// - Returns: the number, or nil for a null.
  /// - Throws: `ArrowStreamError.wrongType`.
  public func int64(_ row: Int) throws(ArrowStreamError) -> Int64? {
    switch (field.type, storage) {
    case (.null, _): return nil
    case (.int, .integers(let values)), (.date, .integers(let values)):
      return isNull(row) ? nil : values[row]
    default: throw .wrongType(column: field.name, holds: field.type)
    }
  }

  /// A moment.
  ///
  /// - Parameter row: from 0 to before `count`.
  /// - Returns: microseconds since 1970-01-01, or nil for a null.
  /// - Throws: `ArrowStreamError.wrongType`.
  public func timestamp(_ row: Int) throws(ArrowStreamError) -> Int64? {
    switch (field.type, storage) {
    case (.null, _): return nil
    case (.timestamp, .integers(let values)): return isNull(row) ? nil : values[row]
    default: throw .wrongType(column: field.name, holds: field.type)
    }
  }

  /// A floating point number.
  ///
  /// - Parameter row: from 0 to before `count`.
  /// - Returns: the number, or nil for a null.
  /// - Throws: `ArrowStreamError.wrongType`.
  public func double(_ row: Int) throws(ArrowStreamError) -> Double? {
    switch storage {
    case .nulls: return nil
    case .doubles(let values): return isNull(row) ? nil : values[row]
    default: throw .wrongType(column: field.name, holds: field.type)
    }
  }

  /// A truth value.
  ///
  /// - Parameter row: from 0 to before `count`.
  /// - Returns: the value, or nil for a null.
  /// - Throws: `ArrowStreamError.wrongType`.
  public func bool(_ row: Int) throws(ArrowStreamError) -> Bool? {
    switch storage {
    case .nulls: return nil
    case .bools(let values): return isNull(row) ? nil : values[row]
    default: throw .wrongType(column: field.name, holds: field.type)
    }
  }

  /// The bytes of a binary value or of a text, which need not be valid UTF-8.
  ///
  /// - Parameter row: from 0 to before `count`.
  /// - Returns: the bytes, or nil for a null.
  /// - Throws: `ArrowStreamError.wrongType`.
  public func bytes(_ row: Int) throws(ArrowStreamError) -> ArraySlice<UInt8>? {
    switch storage {
    case .nulls: return nil
    case .bytes(let offsets, let content):
      return isNull(row) ? nil : content[offsets[row]..<offsets[row + 1]]
    default: throw .wrongType(column: field.name, holds: field.type)
    }
  }

  /// A text; what is not valid UTF-8 becomes U+FFFD.
  ///
  /// - Parameter row: from 0 to before `count`.
  /// - Returns: the text, or nil for a null.
  /// - Throws: `ArrowStreamError.wrongType`.
  public func string(_ row: Int) throws(ArrowStreamError) -> String? {
    guard field.type == .utf8 || field.type == .null else {
      throw .wrongType(column: field.name, holds: field.type)
    }
    return try bytes(row).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Adds the rows of a column of the same field.
  mutating func append(_ other: ArrowColumn) {
    if isValid != nil || other.isValid != nil {
      isValid =
        (isValid ?? Array(repeating: true, count: count))
        + (other.isValid ?? Array(repeating: true, count: other.count))
    }
    switch (storage, other.storage) {
    case (.nulls(let count), .nulls(let more)): storage = .nulls(count + more)
    case (.bools(var values), .bools(let more)):
      storage = .nulls(0)  // or the values would be copied, being held twice
      values += more
      storage = .bools(values)
    case (.integers(var values), .integers(let more)):
      storage = .nulls(0)
      values += more
      storage = .integers(values)
    case (.doubles(var values), .doubles(let more)):
      storage = .nulls(0)
      values += more
      storage = .doubles(values)
    case (.bytes(var offsets, var content), .bytes(let moreOffsets, let more)):
      storage = .nulls(0)
      let start = content.count
      offsets += moreOffsets.dropFirst().map { $0 + start }
      content += more
      storage = .bytes(offsets: offsets, content)
    default: preconditionFailure("columns of one field have one kind of storage")
    }
  }
}

/// Why bytes cannot be read as a flat table of the Arrow streaming format, or a value not as asked.
public enum ArrowStreamError: Error, Hashable, Sendable {
  /// The bytes end in the middle of what is named.
  case truncated(String)
  /// The bytes contradict themselves or the format.
  case malformed(String)
  /// The format allows it, this reader does not.
  case unsupported(String)
  /// The table has no such column.
  case missingColumn(String)
  /// The column holds something else than was asked for.
  case wrongType(column: String, holds: ArrowType)
}

extension ArrowStreamError: CustomStringConvertible {
  /// What is wrong, in one sentence without a full stop.
  public var description: String {
    switch self {
    case .truncated(let part): "the Arrow stream ends inside \(part)"
    case .malformed(let what): "the Arrow stream is damaged: \(what)"
    case .unsupported(let what): "the Arrow stream holds \(what), which is not read here"
    case .missingColumn(let name): "the result has no column \(name)"
    case .wrongType(let column, let type): "the column \(column) is of another type: \(type)"
    }
  }
}

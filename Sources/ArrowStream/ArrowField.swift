/// Name and type of a column.
public struct ArrowField: Hashable, Sendable {
  public let name: String
  public let type: ArrowType
}

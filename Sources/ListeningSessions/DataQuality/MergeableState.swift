/// What was learned from a part of a history, such that the parts add up to the whole:
/// `state(A) + state(B) == state(A ∪ B)`.
public protocol MergeableState: Sendable {
  init()

  /// Takes in what was learned from another part.
  mutating func merge(_ other: Self)
}

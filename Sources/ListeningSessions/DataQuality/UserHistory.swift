/// One user's listens in time order, as the rules about users see them.
///
/// A protocol, so that a rule runs over an engine's own compact records as well as over plain
/// arrays; the rules are inlined into the engine.
public protocol UserHistory {
  var userID: Text { get }
  /// Listens, duplicates not among them.
  var listenCount: Int { get }
  /// Rows that equal an earlier one.
  var duplicateCount: Int { get }
  /// Positions of the first duplicates.
  var duplicateSamples: [Int] { get }

  /// Start of a listen; ascending.
  func listenedAt(_ listen: Int) -> Instant

  /// Position of the row of a listen in the input.
  func position(_ listen: Int) -> Int
}

/// The order of the rows of a history.
public enum RowOrder: String, Sendable, CaseIterable {
  /// Grouped by user, in the order of their ids; newest first inside a user.
  case user
  /// By time over all users, oldest first.
  case time
  /// Shuffled.
  case random
}

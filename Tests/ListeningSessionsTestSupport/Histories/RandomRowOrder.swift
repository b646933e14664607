/// The orders in which histories come.
public enum RandomRowOrder: String, CaseIterable, Sendable {
  /// User after user, newest first, as Last.fm-1K is.
  case user
  /// Oldest first over all users, as a log is.
  case time
  case random

  func arrange(_ rows: [RandomRow], using generator: inout SeededGenerator) -> [RandomRow] {
    switch self {
    case .user: rows.sorted { ($0.user, -$0.second) < ($1.user, -$1.second) }
    case .time: rows.sorted { ($0.second, $0.user) < ($1.second, $1.user) }
    case .random: rows.shuffled(using: &generator)
    }
  }
}

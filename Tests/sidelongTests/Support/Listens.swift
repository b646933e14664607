import Foundation

/// Small histories for tests of everything but the rules.
enum Listens {
  /// One listen as a line.
  static func line(
    user: String = "user_1", minute: Int = 0, artist: String = "Artist", track: String = "Track"
  ) -> String {
    "\(user)\t2008-01-01T\(twoDigits(minute / 60)):\(twoDigits(minute % 60)):00Z\t\t\(artist)\t\t\(track)\n"
  }

  /// `count` listens of one user and one track, all within a day.
  static func lines(_ count: Int) -> String {
    (0..<count).map { line(user: "user_\($0 / 1440)", minute: $0 % 1440) }.joined()
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// Rejects, a duplicate and a blank line among listens of two users.
  static let mixed =
    "user\ttimestamp\tartist_mbid\tartist_name\ttrack_mbid\ttrack_name\n"
    + line() + line() + line(minute: 3, track: "\"Søng\" 🎵") + "\n" + "no listen\n"
    + line(user: "user_2", minute: 40) + line(user: "user_2", minute: 70, artist: " ")
    + line(user: "user_2", minute: 55, artist: "Ärtist")
}

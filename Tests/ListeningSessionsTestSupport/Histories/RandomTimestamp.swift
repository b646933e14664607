import ListeningSessions

/// Spells one instant in the ways that the contract accepts.
enum RandomTimestamp {
  static func spelling(of second: Int, using generator: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: zulu(second, separator: "t", zone: "z")
    case 1: zulu(second, separator: " ", zone: ".250Z")
    case 2: shifted(second, byMinutes: Int.random(in: 0...840, using: &generator))
    case 3: shifted(second, byMinutes: -Int.random(in: 0...720, using: &generator))
    case 4: leapSecond(second) ?? zulu(second)
    default: zulu(second)
    }
  }

  private static func zulu(
    _ second: Int, separator: String = "T", zone: String = "Z"
  ) -> String {
    guard let instant = Instant(checking: second) else { return "" }
    let text = instant.description.dropLast()
    return text.prefix(10) + separator + text.dropFirst(11) + zone
  }

  /// The clock of a zone that is ahead of UTC; UTC where that clock shows no accepted year.
  private static func shifted(_ second: Int, byMinutes minutes: Int) -> String {
    guard Instant(checking: second + minutes * 60) != nil else { return zulu(second) }
    let size = abs(minutes)
    let zone = "\(padded(size / 60)):\(padded(size % 60))"
    return zulu(second + minutes * 60, zone: (minutes < 0 ? "-" : "+") + zone)
  }

  /// A full minute as second 60 of the minute before.
  private static func leapSecond(_ second: Int) -> String? {
    guard second % 60 == 0, second > 0 else { return nil }
    return zulu(second - 1).replacing(":59Z", with: ":60Z")
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

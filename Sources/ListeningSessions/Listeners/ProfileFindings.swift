/// How often one fault was found in a file of profiles, and where first.
public struct ProfileFindings: Hashable, Sendable {
  /// How many line numbers are kept.
  public static let keptLines = 20

  public private(set) var count = 0
  /// Line numbers from 1 of the first findings, in order.
  public private(set) var lines: [Int] = []

  init() {}

  mutating func add(line: Int) {
    count += 1
    if lines.count < ProfileFindings.keptLines { lines.append(line) }
  }
}

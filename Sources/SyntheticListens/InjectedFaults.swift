/// The exact counts of what a history holds, for tests to hold an analysis against.
///
/// `rows == listens + duplicates + rejected.values.reduce(0, +)`, always.
public struct InjectedFaults: Sendable, Equatable {
  /// The names of the reject reasons, in the order in which they apply.
  public static let reasons = RowKind.rejects.map(\.reason)

  /// Lines that are rows.
  public private(set) var rows = 0
  /// Lines that are empty but for a carriage return; they are no rows.
  public private(set) var blankLines = 0
  /// Exact copies of earlier listens of the same user.
  public private(set) var duplicates = 0
  /// Rows without a fault that are not duplicates.
  public private(set) var listens = 0
  /// Rejected rows by the name of the reason; each of `reasons` is there.
  public private(set) var rejected: [String: Int]

  init() {
    rejected = Dictionary(uniqueKeysWithValues: InjectedFaults.reasons.map { ($0, 0) })
  }

  /// Counts one line; the usual one, a listen, costs two additions.
  mutating func count(_ kind: RowKind) {
    switch kind {
    case .listen:
      rows += 1
      listens += 1
    case .copy:
      rows += 1
      duplicates += 1
    case .blank:
      blankLines += 1
    default:
      rows += 1
      rejected[kind.reason, default: 0] += 1
    }
  }

  /// The counts as a JSON object with keys in a fixed order, indented, ending in a line feed.
  public var json: [UInt8] {
    let rejects = InjectedFaults.reasons
      .map { "    \"\($0)\": \(rejected[$0, default: 0])" }
      .joined(separator: ",\n")
    let text = """
      {
        "rows": \(rows),
        "blank_lines": \(blankLines),
        "duplicates": \(duplicates),
        "listens": \(listens),
        "rejected": {
      \(rejects)
        }
      }

      """
    return Array(text.utf8)
  }
}

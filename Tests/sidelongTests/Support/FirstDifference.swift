import Foundation

/// Where two files begin to differ, for the message of a test.
enum FirstDifference {
  /// The first line that differs, by its number and in both forms; nil when all bytes are equal.
  static func between(_ expected: Data, _ actual: Data) -> String? {
    guard expected != actual else { return nil }
    let expectedLines = lines(expected)
    let actualLines = lines(actual)
    let count = max(expectedLines.count, actualLines.count)
    for index in 0..<count where line(index, of: expectedLines) != line(index, of: actualLines) {
      return "line \(index + 1): expected \(shown(line(index, of: expectedLines))), "
        + "got \(shown(line(index, of: actualLines)))"
    }
    return nil
  }

  private static func lines(_ data: Data) -> [Data] {
    data.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  private static func line(_ index: Int, of lines: [Data]) -> Data? {
    index < lines.count ? lines[index] : nil
  }

  private static func shown(_ line: Data?) -> String {
    guard let line else { return "nothing" }
    let text = String(decoding: line.prefix(200), as: UTF8.self).debugDescription
    return line.count > 200 ? "\(text)… (\(line.count) bytes)" : text
  }
}

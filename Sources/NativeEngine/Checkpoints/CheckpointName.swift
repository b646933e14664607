/// The names of the cache's files; no file with any other name is ever touched.
enum CheckpointName {
  static let suffix = ".checkpoint"
  private static let partialSuffix = ".partial"

  /// The stage in the name of a whole checkpoint, nil for any other name.
  static func stage(of name: String) -> CheckpointStage? {
    guard name.hasSuffix(suffix) else { return nil }
    let parts = name.dropLast(suffix.count).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 32, parts[1].utf8.allSatisfy(isHexadecimal)
    else { return nil }
    return CheckpointStage(rawValue: String(parts[0]))
  }

  /// The hidden name under which a process writes a checkpoint.
  ///
  /// The process and a number only keep names apart; whether the writer still lives is told by its
  /// lock on the file, because numbers of processes come up again and differ between containers.
  static func partial(for name: String, process: Int32, number: Int) -> String {
    ".\(name).\(process)-\(number)\(partialSuffix)"
  }

  /// Whether a file of this name is a checkpoint that was begun.
  static func isPartial(_ name: String) -> Bool {
    guard name.hasPrefix("."), name.hasSuffix(partialSuffix) else { return false }
    let inner = name.dropFirst().dropLast(partialSuffix.count)
    guard let dot = inner.lastIndex(of: "."), stage(of: String(inner[..<dot])) != nil else {
      return false
    }
    return inner[inner.index(after: dot)...].utf8.allSatisfy { isDigit($0) || $0 == 0x2D }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x66).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

import SystemPackage

/// Messages for people; standard output is for results.
enum StandardError {
  /// Writes one line; a closed standard error loses it, which must not stop the work.
  static func write(_ line: String) {
    _ = try? FileDescriptor.standardError.writeAll((line + "\n").utf8)
  }

  /// Writes text as it is.
  static func writeRaw(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll(text.utf8)
  }
}

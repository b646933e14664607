import ListeningSessions

/// A packed file as the user named it, from which streams of its content can be opened.
final class PackedFile: Sendable {
  let file: OpenFile
  let path: String
  let format: PackedFormat
  /// Bytes that one pass may unpack at most.
  let expandedLimit: Int

  init(_ file: OpenFile, path: String, format: PackedFormat, options: PackedInputs) {
    self.file = file
    self.path = path
    self.format = format
    expandedLimit = options.expandedLimit(packed: file.byteCount)
  }

  /// The failure to unpack for a reason of the library's.
  func damaged(_ reason: String) -> AnalysisError {
    AnalysisError(
      .inputOutput, "cannot unpack \(path): \(reason)",
      advice: "get a whole copy of it, or unpack it to see what is left")
  }

  func changed() -> AnalysisError { InputFile.changed(path) }

  func expandsTooFar() -> AnalysisError {
    AnalysisError(
      .inputOutput, "\(path) unpacks to more than \(expandedLimit) bytes",
      advice: "raise --max-expanded-size if you trust it")
  }
}

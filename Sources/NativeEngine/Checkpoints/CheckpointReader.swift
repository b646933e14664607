import ListeningSessions

/// A checkpoint that is whole: its header and table fit their checksums, and it is of its key.
///
/// It stays readable when another process removes or replaces the file. Files of the cache are
/// never changed in place, so nothing that is mapped goes away.
final class CheckpointReader: Sendable {
  private let file: CheckpointFile
  private let sections: [String: CheckpointTable.Section]
  private let byteCount: Int

  init(_ file: CheckpointFile, sections: [CheckpointTable.Section], byteCount: Int) {
    self.file = file
    self.byteCount = byteCount
    self.sections = Dictionary(sections.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Makes it the checkpoint used last.
  func touch() { file.touch() }

  /// Where a section is, nil if there is none of that name.
  func section(_ name: String) -> Range<Int>? { sections[name]?.range }

  /// A whole section, copied; one with a checksum is checked against it.
  ///
  /// - Throws: `AnalysisError` when there is no such section, or when it is damaged.
  func bytes(ofSection name: String) throws -> [UInt8] {
    guard let section = sections[name] else { throw unusable(.damaged("table")) }
    let bytes: [UInt8]
    do { bytes = try file.bytes(section.range) } catch { throw unusable(error) }
    guard bytes.count == section.range.count,
      section.checksum == nil || Checksum.of(bytes) == section.checksum
    else { throw unusable(.damaged("section \(name)")) }
    return bytes
  }

  /// Maps or copies a range for the call only, so that memory in use stays bounded by what is open
  /// at once.
  ///
  /// Nothing is checked; whoever reads a section by parts checks them. At least 64 readable bytes
  /// follow the end of a section. Cost: two system calls, and a page fault for some pages read.
  ///
  /// - Throws: what `body` throws; `AnalysisError` when the range is not in the file.
  func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    guard range.lowerBound >= 0, range.upperBound <= byteCount - CheckpointFile.overread else {
      throw unusable(.truncated(byteCount: byteCount, expected: range.upperBound))
    }
    do {
      return try unsafe file.withBytes(range, body)
    } catch let problem as CheckpointProblem {
      throw unusable(problem)
    }
  }

  private func unusable(_ problem: CheckpointProblem) -> AnalysisError {
    AnalysisError(
      .inputOutput, "\(file.label) cannot be used: \(problem)",
      advice: "remove it with sidelong cache clear, or run with --cache none")
  }
}

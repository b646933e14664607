import Foundation

/// Reads `rejected.tsv`.
enum RejectedLines {
  /// The lines as they were in the inputs, in order.
  static func rawLines(_ results: WrittenResults) throws -> [Data] {
    // The raw line comes fifth and may hold tabs itself.
    try rows(results).map { $0.last ?? Data() }
  }

  /// The five fields of each reject.
  static func rows(_ results: WrittenResults) throws -> [[Data]] {
    try results.bytes("rejected.tsv").split(separator: 0x0A).dropFirst().map { line in
      line.split(separator: 0x09, maxSplits: 4, omittingEmptySubsequences: false)
    }
  }
}

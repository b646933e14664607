public import ListeningSessions
import Reporting
import WholeFiles

/// The result files of a report, as they would stand on disk.
public enum ResultFiles {
  /// The bytes of each file by name, but for `run.json`, which tells of the run.
  public static func bytes(
    of report: AnalysisReport, rejects: [RejectedRow]
  ) throws -> [String: [UInt8]] {
    let directory = try TemporaryDirectory()
    let writer = try ResultDirectory(
      directory.path, document: RunDocument(version: "test"), unfinished: UnfinishedFiles())
    try writer.rejects.write(rejects)
    try writer.commit(report)
    let names = ResultDirectory.fileNames.filter { $0 != "run.json" }
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try directory.bytes(of: $0)) })
  }
}

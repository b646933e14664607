import Dispatch
public import ListeningSessions
import Synchronization
public import WholeFiles

/// The directory of one analysis' result files, which appear in it all together or not at all.
public final class ResultDirectory: ReportWriter {
  /// The files of every analysis, by name.
  public static let fileNames =
    ResultFile.rankings.map(\.name) + ["rejected.tsv", "run.json"]

  private let path: String
  private let unfinished: UnfinishedFiles
  private let results: [(file: ResultFile, output: WholeFile)]
  private let rejectedRows: RejectedRowsFile?
  private let sessionList: SessionListFile?
  /// Files that are not true beside these results.
  private let outdated: [String]

  /// Creates the directory if it is missing, and begins the files in it.
  ///
  /// - Parameters:
  ///   - path: the directory.
  ///   - files: what is written beside the rejected rows.
  ///   - listsSessions: whether `sessions.tsv` is among them.
  ///   - rejectLimit: at most so many rejected rows are written; nil: all.
  ///   - hasTables: whether the rejected rows and the sessions are written here; if not, those of an
  ///     earlier run are removed.
  ///   - unfinished: knows the files begun, for the case of an interrupt.
  /// - Throws: `AnalysisError.cannotCreateOutput`.
  public init(
    _ path: String, files: [ResultFile], listsSessions: Bool = false, rejectLimit: Int? = nil,
    hasTables: Bool = true, unfinished: UnfinishedFiles
  ) throws {
    self.path = path
    self.unfinished = unfinished
    try Directories.make(path)
    results = try files.map { file in
      (file, try WholeFile("\(path)/\(file.name)", among: unfinished))
    }
    let tables = ["\(path)/rejected.tsv"] + (listsSessions ? ["\(path)/sessions.tsv"] : [])
    guard hasTables else {
      (rejectedRows, sessionList, outdated) = (nil, nil, tables)
      return
    }
    outdated = []
    rejectedRows = try RejectedRowsFile(
      WholeFile(tables[0], among: unfinished), limit: rejectLimit)
    sessionList =
      try listsSessions ? SessionListFile(WholeFile(tables[1], among: unfinished)) : nil
  }

  /// Begins the files of every analysis.
  public convenience init(
    _ path: String, document: RunDocument, unfinished: UnfinishedFiles
  ) throws {
    try self.init(
      path, files: ResultFile.rankings + [.run(document)], unfinished: unfinished)
  }

  public var rejects: any RejectSink { rejectedRows ?? NoRejects() }
  public var sessions: (any SessionSink)? { sessionList }

  public func commit(_ report: AnalysisReport) throws {
    var written = [rejectedRows?.file, sessionList?.file].compactMap { $0 }
    var outdated = outdated
    for ((_, output), parts) in zip(results, try contents(for: report)) {
      for part in parts { try output.append(part) }
      if parts.isEmpty { outdated.append(output.path) } else { written.append(output) }
    }
    try unfinished.publish(written, removing: outdated)
  }

  /// What the files hold, put together side by side where the run may have several threads: the
  /// longest table takes as long as all others.
  private func contents(for report: AnalysisReport) throws -> [[[UInt8]]] {
    let files = results.map(\.file)
    guard report.execution.threads > 1 else {
      return try files.map { try $0.parts.compactMap { try $0(report) } }
    }
    let parts = files.flatMap(\.parts)
    let made = Mutex<[Int: Result<[UInt8]?, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let content = Result { try parts[index](report) }
      made.withLock { $0[index] = content }
    }
    let contents = made.withLock { $0 }
    var first = 0
    return try files.map { file in
      defer { first += file.parts.count }
      return try (first..<first + file.parts.count).compactMap { try contents[$0]?.get() ?? nil }
    }
  }

  public func discard() {
    unfinished.removeAll()
  }
}

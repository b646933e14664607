import Dispatch
public import ListeningSessions
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
    let parts = results.flatMap { file, output in file.parts(report).map { (output, $0) } }
    let inOrder = PartsInOrder(of: parts.map(\.0))
    let contents = parts.map(\.1)
    @Sendable func make(_ index: Int) {
      inOrder.take(Result { try contents[index](report) }, as: index)
    }
    if report.execution.threads > 1 {
      DispatchQueue.concurrentPerform(iterations: contents.count, execute: make)
    } else {
      for index in contents.indices { make(index) }
    }
    let withContent = try inOrder.finish()
    var written = [rejectedRows?.file, sessionList?.file].compactMap { $0 }
    var outdated = outdated
    for (_, output) in results {
      if withContent.contains(ObjectIdentifier(output)) {
        written.append(output)
      } else {
        outdated.append(output.path)
      }
    }
    try unfinished.publish(written, removing: outdated)
  }

  public func discard() {
    unfinished.removeAll()
  }
}

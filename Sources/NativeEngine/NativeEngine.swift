public import ListeningSessions

/// The embedded engine: all cores of one machine, a few bytes a listen.
///
/// It reads the inputs once by blocks, judging every row and keeping of each listen its second and
/// where its row stands; puts each user's listens in order, drops duplicates and cuts sessions; and
/// reads again only the rows of the ranked sessions, for their names. In a history that is grouped
/// by user, most users are put in order while others are still read. What does not fit into the
/// memory it may take goes to a temporary file, by partitions of the users.
///
/// Memory: 5 to 16 bytes a listen of the users who must wait for the end of the scan, and 24 for
/// each of the user with most of them, a few hundred bytes a user, 16 bytes a reject, as long as that
/// is within `Options.memory`, and so are the listens of the ranked sessions, 16 bytes each and some
/// 300 for each song of theirs. On top are some 200 bytes for each ranked session.
public struct NativeEngine: AnalyticsEngine {
  private let options: Options

  public init(_ options: Options = Options()) {
    self.options = options
  }

  /// How the engine works; nothing here changes an answer.
  public struct Options: Sendable {
    /// Threads that read and compute; default: one for each processor.
    public var threads: Int
    /// Bytes that a thread reads at once; default: 512 KiB, which stays in a core's own cache.
    public var blockSize = 512 * 1024
    /// Where standard input and pipes are kept while they are analysed, and what does not fit into
    /// memory; default: `/tmp`.
    public var temporaryDirectory = "/tmp"
    /// How packed inputs are treated.
    public var packed = PackedInputs()
    /// Bytes of memory that the whole process may take; default: a quarter of the machine's, at
    /// most 2 GB.
    public var memory = min(SystemCalls.physicalMemoryBytes / 4, 2_000_000_000)
    /// Where the results of stages are kept between runs; nil: nowhere.
    public var cache: CheckpointCache?
    /// Listens of a user that are put in order as soon as they are read, rather than after the scan.
    var fewestListensTaken = 1024
    /// Whether all bytes of the inputs are compared before a kept result is used.
    public var verifiesCache = false

    public init(threads: Int? = nil) {
      self.threads = threads ?? SystemCalls.processorCount
    }
  }

  public func analyze(
    _ paths: [String], settings: AnalysisSettings, rejects: any RejectSink,
    sessions: (any SessionSink)?, progress: any ProgressSink
  ) async throws -> AnalysisReport {
    let inputs = try InputSet.open(
      paths, temporaryDirectory: options.temporaryDirectory, packed: options.packed)
    let run = AnalysisRun(
      inputs: inputs, settings: settings, options: options, listsSessions: sessions != nil,
      progress: progress)
    return try run.report(rejects, sessions)
  }
}

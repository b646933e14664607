/// The one result of an analysis, the same value from every engine.
public struct AnalysisReport: Sendable {
  public let settings: AnalysisSettings
  /// The inputs as read, in order.
  public let inputs: [InputSummary]
  public let counts: RowCounts
  public let ranking: Ranking
  /// The verdict on the data; nil when only the contract's rejects and counts were asked for.
  public let quality: QualityReport?
  /// Who listens to `topSongs`; nil without profiles, and when an engine hands the report on.
  public internal(set) var audience: SongAudience?
  /// How the engine came to it; differs from run to run.
  public let execution: Execution

  /// The longest sessions, the longest first.
  public var topSessions: [RankedSession] { ranking.sessions }
  /// The most played songs of those sessions.
  public var topSongs: [RankedSong] { ranking.songs }

  /// Puts together what was found.
  ///
  /// - Parameters:
  ///   - settings: the question.
  ///   - inputs: what was read.
  ///   - counts: what the rows were.
  ///   - ranking: the answer to the question.
  ///   - quality: the verdict on the data.
  ///   - execution: how the engine came to it.
  public init(
    settings: AnalysisSettings, inputs: [InputSummary], counts: RowCounts, ranking: Ranking,
    quality: QualityReport? = nil, execution: Execution
  ) {
    self.settings = settings
    self.inputs = inputs
    self.counts = counts
    self.ranking = ranking
    self.quality = quality
    self.execution = execution
  }

  /// Likewise, and ranks the longest sessions, which are given in their order with their listens.
  public init(
    settings: AnalysisSettings, inputs: [InputSummary], counts: RowCounts,
    sessions: consuming [SessionListens], names: NameTable, quality: QualityReport? = nil,
    execution: Execution
  ) {
    self.init(
      settings: settings, inputs: inputs, counts: counts,
      ranking: Ranking(of: sessions, names: names, topSongs: settings.topSongs), quality: quality,
      execution: execution)
  }
}

/// One input of an analysis.
public struct InputSummary: Hashable, Sendable {
  /// As the user named it; `-` is standard input.
  public let path: String
  public let byteCount: Int

  public init(path: String, byteCount: Int) {
    self.path = path
    self.byteCount = byteCount
  }
}

/// Who computed a report, with what, and how long each stage took.
public struct Execution: Hashable, Sendable {
  /// A named part of the run and its wall time.
  public struct Stage: Hashable, Sendable {
    public let name: String
    public let seconds: Double

    public init(name: String, seconds: Double) {
      self.name = name
      self.seconds = seconds
    }
  }

  /// Short name of the engine, such as `native`.
  public let engine: String
  /// How many parts of the work are done at once.
  public let threads: Int
  public let stages: [Stage]
  /// Largest resident size of the process so far; nil where the system does not tell.
  public let peakMemoryBytes: Int?
  /// Look-ups of kept results, in order; empty without a cache.
  public let checkpoints: [CheckpointUse]
  /// How the users were partitioned; nil when everything fitted into memory.
  public let partitions: PartitionSummary?
  /// What a cluster kept while it worked; nil on one machine, and where the cluster does not tell.
  public let storage: StorageSummary?

  public init(
    engine: String, threads: Int, stages: [Stage], peakMemoryBytes: Int?,
    checkpoints: [CheckpointUse] = [], partitions: PartitionSummary? = nil,
    storage: StorageSummary? = nil
  ) {
    self.engine = engine
    self.threads = threads
    self.stages = stages
    self.peakMemoryBytes = peakMemoryBytes
    self.checkpoints = checkpoints
    self.partitions = partitions
    self.storage = storage
  }
}

import ListeningSessions

extension RunDocument {
  /// The object as it is encoded; names become snake case.
  struct Content: Encodable {
    struct Versions: Encodable {
      let sidelong: String
      /// Version of this object's shape.
      let runJson: Int
    }

    struct Settings: Encodable {
      let gapSeconds: Int
      let topSessions: Int
      let topSongs: Int
      let rankSessionsBy: String
    }

    struct Input: Encodable {
      let path: String
      let bytes: Int
    }

    struct Engine: Encodable {
      let name: String
      let threads: Int
    }

    struct Counts: Encodable {
      let rows: Int
      let blankLines: Int
      let duplicates: Int
      let listens: Int
      let rejected: [String: Int]
      let users: Int
      let sessions: Int
    }

    struct Stage: Encodable {
      let name: String
      let seconds: Double
    }

    /// How often a stage's kept result was looked for and found.
    struct Checkpoint: Encodable {
      let stage: String
      let lookUps: Int
      let hits: Int
      /// Rows that were not read and validated again.
      let rowsServed: Int
    }

    struct Partitions: Encodable {
      let count: Int
      let leastRows: Int
      let meanRows: Double
      let greatestRows: Int
      let skew: Double
      @Nullable var spilledBytes: Int?

      init(_ summary: PartitionSummary) {
        count = summary.count
        leastRows = summary.leastRows
        meanRows = summary.meanRows
        greatestRows = summary.greatestRows
        skew = summary.skew
        spilledBytes = summary.spilledBytes
      }
    }

    /// What a cluster kept of the run's tables.
    struct Storage: Encodable {
      let partitions: Int
      let keptPartitions: Int
      let memoryBytes: Int
      let diskBytes: Int
      let reads: Int
      let hits: Int
      let hitRatio: Double

      init(_ summary: StorageSummary) {
        partitions = summary.partitions
        keptPartitions = summary.keptPartitions
        memoryBytes = summary.memoryBytes
        diskBytes = summary.diskBytes
        reads = summary.reads
        hits = summary.hits
        hitRatio = summary.hitRatio
      }
    }

    struct Session: Encodable {
      let rank: Int
      let userId: String
      let startedAt: String
      let endedAt: String
      let durationSeconds: Int
      let trackCount: Int
      let distinctSongs: Int

      init(_ ranked: RankedSession) {
        rank = ranked.rank
        userId = ranked.session.userID.description
        startedAt = ranked.session.startedAt.description
        endedAt = ranked.session.endedAt.description
        durationSeconds = ranked.session.durationSeconds
        trackCount = ranked.session.trackCount
        distinctSongs = ranked.distinctSongs
      }
    }

    struct Song: Encodable {
      let rank: Int
      let trackName: String
      let artistName: String
      let playCount: Int
      let sessionCount: Int
      let listenerCount: Int
      let trackMbid: String
      let artistMbid: String

      init(_ ranked: RankedSong) {
        rank = ranked.rank
        trackName = ranked.song.trackName.description
        artistName = ranked.song.artistName.description
        playCount = ranked.playCount
        sessionCount = ranked.sessionCount
        listenerCount = ranked.listenerCount
        trackMbid = ranked.trackMBID.description
        artistMbid = ranked.artistMBID.description
      }
    }

    struct Group: Encodable {
      let songRank: Int
      let attribute: String
      let status: String
      let value: String
      let listenerCount: Int
      let playCount: Int

      init(_ group: SongAudience.Group) {
        songRank = group.songRank
        attribute = group.attribute.rawValue
        status = group.value.status
        value = group.value.text.description
        listenerCount = group.listenerCount
        playCount = group.playCount
      }
    }

    /// The file of profiles, what was wrong in it, and how many listeners it knows.
    struct Profiles: Encodable {
      struct Fault: Encodable {
        let count: Int
        /// Line numbers of the first.
        let lines: [Int]
      }

      let path: String
      let bytes: Int
      let rows: Int
      let blankLines: Int
      let users: Int
      let faults: [String: Fault]
      let listeners: Int
      let matchedListeners: Int

      init(_ audience: SongAudience) {
        let profiles = audience.profiles
        path = profiles.path
        bytes = profiles.byteCount
        rows = profiles.rows
        blankLines = profiles.blankLines
        users = profiles.users
        faults = Dictionary(
          uniqueKeysWithValues: profiles.findings.map { fault, findings in
            (fault.rawValue, Fault(count: findings.count, lines: findings.lines))
          })
        listeners = audience.listenerCount
        matchedListeners = audience.matchedCount
      }
    }

    struct Quality: Encodable {
      let status: String
      let score: Double
      /// Whether the results come from data that did not pass.
      let degraded: Bool
      let reasons: [String]

      init(_ quality: QualityReport) {
        status = quality.status.rawValue
        score = quality.score
        degraded = quality.status > .passed
        reasons = quality.reasons
      }
    }

    let runId: String
    let versions: Versions
    let startedAt: String
    let endedAt: String
    let durationSeconds: Double
    let settings: Settings
    let inputs: [Input]
    let engine: Engine
    let counts: Counts
    @Nullable var quality: Quality?
    @Nullable var profiles: Profiles?
    let stages: [Stage]
    let checkpoints: [Checkpoint]
    @Nullable var partitions: Partitions?
    @Nullable var storage: Storage?
    @Nullable var peakMemoryBytes: Int?
    let topSessions: [Session]?
    let topSongs: [Song]?
    let topSongsByProfile: [Group]?
  }
}

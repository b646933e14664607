/// The question: everything that may change the answer, with the plan's defaults.
public struct AnalysisSettings: Hashable, Sendable {
  /// The longest pause inside a session; default: 20 minutes.
  public var gap: SessionGap
  /// How many of the longest sessions are ranked; default: 50.
  public var topSessions: Int
  /// How many of their most played songs are given; default: 10.
  public var topSongs: Int
  /// What makes a session long; default: its number of tracks.
  public var rankSessionsBy: SessionMeasure

  /// What is asked about the data; nil: the contract's rejects, duplicates and counts alone.
  public var quality: QualityQuestion?

  public init(
    gap: SessionGap = .standard, topSessions: Int = 50, topSongs: Int = 10,
    rankSessionsBy: SessionMeasure = .tracks, quality: QualityQuestion? = nil
  ) {
    self.gap = gap
    self.topSessions = topSessions
    self.topSongs = topSongs
    self.rankSessionsBy = rankSessionsBy
    self.quality = quality
  }
}

public import ListeningSessions

/// A small made-up history as the bytes of one file or several; the same seed gives the same bytes.
///
/// Its shape is drawn too: few users or many, all input orders, pauses at and around the gap, rows
/// of one second, duplicates, every kind of fault, blank lines, both line ends, a missing final
/// line feed, byte-order marks, headers, names and timestamps in many spellings.
///
///     let history = RandomHistory(seed: 7)
///     let engine = NativeEngine()
///     try await engine.analyze(history.write(to: directory), settings: history.settings, …)
public struct RandomHistory: Sendable {
  public let seed: UInt64
  /// The gap that the pauses of this history are about.
  public let gap: SessionGap
  public let order: RandomRowOrder
  /// The bytes of each file.
  public let files: [[UInt8]]

  /// Draws a history.
  ///
  /// - Parameters:
  ///   - seed: what everything follows from.
  ///   - order: how the rows stand; nil draws that too. The rows themselves do not depend on it.
  public init(seed: UInt64, order: RandomRowOrder? = nil) {
    var generator = SeededGenerator(seed: seed)
    let shape = RandomShape(using: &generator)
    let rows = RandomRows.draw(shape, using: &generator)
    let drawnOrder = generator.pick(RandomRowOrder.allCases)
    self.seed = seed
    gap = shape.gap
    self.order = order ?? drawnOrder
    let ordered = self.order.arrange(rows, using: &generator)
    files = RandomFiles.lay(out: ordered, shape, using: &generator)
  }

  /// A question that ranks as many sessions and songs as there are.
  public var settings: AnalysisSettings {
    AnalysisSettings(gap: gap, topSessions: 1_000_000, topSongs: 1_000_000)
  }

  /// A question drawn from the seed, which mostly asks for fewer than there are.
  public var drawnSettings: AnalysisSettings {
    var generator = SeededGenerator(seed: ~seed)
    let otherGap = SessionGap(seconds: generator.pick([1, 59, 1200, 86_400]))
    return AnalysisSettings(
      gap: generator.chance(0.7) ? gap : otherGap,
      topSessions: generator.pick([1, 2, 5, 50]), topSongs: generator.pick([1, 3, 10, 100]),
      rankSessionsBy: generator.pick(SessionMeasure.allCases))
  }

  /// Writes the files and returns their paths, in order.
  public func write(to directory: TemporaryDirectory) throws -> [String] {
    try files.enumerated().map { number, bytes in
      try directory.write(bytes, to: "history-\(seed)-\(order)-\(number).tsv")
    }
  }
}

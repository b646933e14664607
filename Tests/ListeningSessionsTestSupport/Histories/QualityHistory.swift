public import ListeningSessions

/// A random history whose rows have what the rules of quality look for, and a question about it.
///
/// The MBIDs of a `RandomHistory` become UUIDs in most rows, and in some blank or broken ones;
/// a few names get a control character. All follows from the seed.
public struct QualityHistory: Sendable {
  public let history: RandomHistory
  public let files: [[UInt8]]
  /// Asks with rules whose limits and severities are drawn.
  public let question: QualityQuestion

  public init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed ^ 0x51DE_1046)
    history = RandomHistory(seed: seed)
    files = history.files.map { QualityHistory.edited($0, using: &generator) }
    question = QualityHistory.question(about: history, using: &generator)
  }

  /// The history's question with this one about quality.
  public var settings: AnalysisSettings {
    AnalysisSettings(gap: history.gap, quality: question)
  }

  /// Writes the files and returns their paths, in order.
  public func write(to directory: TemporaryDirectory) throws -> [String] {
    try files.enumerated().map { number, bytes in
      try directory.write(bytes, to: "quality-\(history.seed)-\(number).tsv")
    }
  }

  private static func edited(_ file: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    let lines = file.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      var fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map { Array($0) }
      guard fields.count == 6 else { return Array(line) }
      for mbid in [2, 4] { fields[mbid] = self.mbid(fields[mbid], using: &generator) }
      for name in [3, 5] where generator.chance(0.02) {
        fields[name].insert(contentsOf: generator.pick([[0x07], [0x0D], [0xC2, 0x9F]]), at: 0)
      }
      return Array(fields.joined(separator: [0x09]))
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  /// A UUID in place of an id of two or three characters, or something that is none.
  private static func mbid(_ id: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    guard (2...4).contains(id.count) else { return id }
    let digits = id.reduce(0) { $0 << 8 | Int($1) }
    let text = String(digits, radix: 16)
    let uuid = "5bf1c3d0-0000-4000-8000-" + String(repeating: "0", count: 12 - text.count) + text
    return switch Int.random(in: 0..<20, using: &generator) {
    case 0: Array(uuid.uppercased().utf8)
    case 1: Array(uuid.replacing("-4", with: "-g").utf8)
    case 2: Array(uuid.dropLast().utf8)
    case 3: Array("\u{A0} ".utf8)
    case 4: Array(repeating: 0x20, count: 36)
    case 5: id
    default: Array(uuid.utf8)
    }
  }

  private static func question(
    about history: RandomHistory, using generator: inout SeededGenerator
  ) -> QualityQuestion {
    var ruleSet = RuleSet()
    ruleSet.parameters.userIDPattern = UserIDPattern(generator.pick(["*", "user_######", "?*r_*"]))
    ruleSet.parameters.listensPerDay = generator.pick([1, 3, 480])
    ruleSet.parameters.longestSession = generator.pick([0, history.gap.seconds, 86_400])
    ruleSet.parameters.mostListensPerUser = generator.pick([1, 10, 100_000])
    ruleSet.parameters.leastListensPerUser = generator.pick([1, 5, 50])
    ruleSet.parameters.leastRows = generator.pick([1, 100, 1000])
    ruleSet.parameters.leastUsers = generator.pick([1, 3, 100])
    let years: [UInt32] = [1_009_843_200, 1_135_900_100, 1_135_950_000]
    ruleSet.parameters.earliest = Instant(secondsSinceEpoch: generator.pick(years))
    let rules = ruleSet.rules(gapSeconds: history.gap.seconds, now: .latest).all
    for rule in rules where generator.chance(0.4) {
      ruleSet.settings[rule.id] = RuleSetting(
        generator.pick(Severity.allCases), warning: .percent(1), error: .count(2),
        isEnabled: generator.chance(0.8))
    }
    let now = Instant(secondsSinceEpoch: generator.pick(years) + 1_000)
    return QualityQuestion(ruleSet: ruleSet, now: now)
  }
}

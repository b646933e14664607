public import ArgumentParser
public import ListeningSessions

/// The question, as options.
struct SettingsOptions: ParsableArguments {
  @Option(help: "The longest pause inside a session, such as 90s, 20m or 1h30m.")
  var gap = SessionGap.standard

  @Option(help: "How many of the longest sessions to rank.")
  var topSessions = 50

  @Option(help: "How many of their most played songs to give.")
  var topSongs = 10

  @Option(help: "What makes a session long.")
  var rankSessionsBy = SessionMeasure.tracks

  @Option(
    help: ArgumentHelp(
      "Tell country, age, gender and sign-up year of the songs' listeners, from this file.",
      valueName: "path"),
    completion: .file(extensions: ["tsv"]))
  var profiles: String?

  mutating func validate() throws {
    if profiles?.isEmpty == true {
      throw ValidationError("The value '' is invalid for '--profiles': give a file.")
    }
    for (flag, value) in [("--top-sessions", topSessions), ("--top-songs", topSongs)]
    where value < 1 {
      throw ValidationError("The value '\(value)' is invalid for '\(flag)': give 1 or more.")
    }
  }

  var settings: AnalysisSettings {
    AnalysisSettings(
      gap: gap, topSessions: topSessions, topSongs: topSongs, rankSessionsBy: rankSessionsBy)
  }
}

extension SessionGap: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }

  public var defaultValueDescription: String { "\(seconds / 60)m" }
}

extension SessionMeasure: ExpressibleByArgument {}

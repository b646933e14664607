public import ArgumentParser
public import SyntheticListens
import WholeFiles

/// `sidelong generate`: a made-up history of the shape of Last.fm-1K.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write a made-up history in the shape of Last.fm-1K: same seed, same bytes.",
    discussion: """
      EXAMPLES:
        sidelong generate --rows 19150868 --seed 1 --output listens.tsv
        sidelong generate --rows 1000000 --seed 7 --faults 0.01 --output faulty.tsv

      With --faults, the exact count of every injected fault is written to OUTPUT.truth.json.
      """)

  @Option(help: "How many rows.")
  var rows: Int

  @Option(help: "How many users.")
  var users = HistoryShape.standardUsers

  @Option(help: "The number that the whole history follows from.")
  var seed: UInt64 = 1

  @Option(help: "Share of the rows that are faulty, 0 to 1.")
  var faults = 0.0

  @Option(help: "By user and newest first, by time and oldest first, or shuffled.")
  var order = RowOrder.user

  @Option(name: .shortAndLong, help: "The file to write.", completion: .file(extensions: ["tsv"]))
  var output: String

  mutating func validate() throws {
    if rows < 0 {
      throw ValidationError("The value '\(rows)' is invalid for '--rows': give 0 or more.")
    }
    if !(1...HistoryShape.mostUsers).contains(users) {
      throw ValidationError(
        "The value '\(users)' is invalid for '--users': give 1 to \(HistoryShape.mostUsers).")
    }
    if !(0...1).contains(faults) {
      throw ValidationError("The value '\(faults)' is invalid for '--faults': give 0 to 1.")
    }
  }

  func run() throws {
    let shape = HistoryShape(
      rows: rows, users: users, seed: seed, faultRate: faults, order: order)
    let unfinished = UnfinishedFiles()
    let interrupts = Interrupts(removing: unfinished)
    defer { interrupts.end() }
    try SyntheticHistory(shape).write(toFile: output, among: unfinished)
  }
}

extension RowOrder: ExpressibleByArgument {}

import ArgumentParser

/// `sidelong cache`: the checkpoints of earlier runs.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "List or remove what earlier runs kept to be quicker next time.",
    discussion: """
      EXAMPLES:
        sidelong cache list
        sidelong cache clear
      """,
    subcommands: [CacheListCommand.self, CacheClearCommand.self])
}

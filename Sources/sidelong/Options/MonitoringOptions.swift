import ArgumentParser

/// Who else is told about a run, as options.
struct MonitoringOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file with the figures of earlier runs, or none. (default: in the user's state directory)",
      valueName: "path"),
    completion: .file())
  var history: String?

  @Option(
    help: ArgumentHelp(
      "A file with a webhook's URL, told when a run did not pass.", valueName: "url-file"),
    completion: .file())
  var alertWebhook: String?

  @Option(help: "A command that gets the alert on standard input when a run did not pass.")
  var alertCommand: String?

  @Option(
    name: .customLong("openlineage"),
    help: ArgumentHelp(
      "A file for OpenLineage events. (default: to OPENLINEAGE_URL, if it is set)",
      valueName: "path"),
    completion: .file())
  var lineageFile: String?
}

import ListeningSessions

/// Turns what the user named into the list of files to read.
enum InputListing {
  /// The files behind `inputs`, in order: a directory stands for its regular `*.tsv` files by name.
  static func files(behind inputs: [String]) throws -> [String] {
    try inputs.flatMap { input in
      guard input != "-", isDirectory(input) else { return [input] }
      return try tsvFiles(in: input)
    }
  }

  private static func tsvFiles(in directory: String) throws -> [String] {
    guard let names = SystemCalls.names(inDirectory: directory) else {
      throw AnalysisError(
        .noInput,
        "cannot list \(directory): \(SystemCalls.message(of: SystemCalls.lastError))",
        advice: "check its permissions")
    }
    let separator = directory.hasSuffix("/") ? "" : "/"
    let files = names.filter { $0.hasSuffix(".tsv") && !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { directory + separator + $0 }
      // What cannot be looked at stays in, so that opening it says why.
      .filter { SystemCalls.status(ofPath: $0)?.isRegularFile ?? true }
    guard !files.isEmpty else {
      throw AnalysisError(
        .noInput, "no *.tsv file in directory \(directory)",
        advice: "name the files one by one if they are called otherwise")
    }
    return files
  }

  private static func isDirectory(_ path: String) -> Bool {
    SystemCalls.status(ofPath: path)?.isDirectory == true
  }
}

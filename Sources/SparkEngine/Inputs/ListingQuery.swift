import ListeningSessions

/// Asks the cluster which files stand behind the inputs; nothing of them is read.
struct ListingQuery {
  /// As the user named them.
  let inputs: [String]
  /// What relative paths begin at.
  let workingDirectory: String

  private static let packed = [
    ".gz", ".bz2", ".zst", ".xz", ".lz4", ".snappy", ".deflate", ".zip", ".tar", ".tgz",
  ]

  /// The query: a row for each file, with the number of its input.
  ///
  /// - Throws: `AnalysisError` for an input that a cluster cannot read.
  func sql() throws -> String {
    try inputs.enumerated().map { number, input in
      let path = try pattern(of: input).replacing("`", with: "``")
      return """
        SELECT \(number) AS input, _metadata.file_path AS location, length AS bytes
        FROM binaryFile.`\(path)`
        """
    }.joined(separator: "\nUNION ALL\n")
  }

  /// The files in the order of the inputs, those of a directory by the bytes of their names.
  ///
  /// - Parameter found: what the query gave.
  /// - Returns: the files.
  /// - Throws: `AnalysisError` for an input without files.
  func files(_ found: [(input: Int, location: String, byteCount: Int)]) throws -> [SparkInput] {
    try inputs.enumerated().flatMap { number, input in
      let behind = found.filter { $0.input == number }
        .map { SparkInput(path: input, location: $0.location, byteCount: $0.byteCount) }
      let files = try files(of: input, behind)
      for file in files {
        guard let ending = Self.packed.first(where: { file.location.hasSuffix($0) }) else {
          continue
        }
        throw AnalysisError(
          .noInput, "\(file.path) is packed (\(ending)), which the Spark engine does not read",
          advice: "unpack it, or use --engine native")
      }
      return files
    }
  }

  private func files(of input: String, _ found: [SparkInput]) throws -> [SparkInput] {
    let path = try plainPath(of: input)
    if let file = found.first, found.count == 1, Self.withoutScheme(file.plainLocation) == path {
      return found
    }
    let isPattern = Self.isURL(input) && input.contains { "*?[{".contains($0) }
    if found.isEmpty, !isPattern, let empty = Self.emptyFile(input, path) { return [empty] }
    let files = found.compactMap { file -> SparkInput? in
      let location = file.plainLocation
      guard isPattern || location.hasSuffix(".tsv") || location.hasSuffix(".parquet"),
        let name = location.split(separator: "/").last
      else { return nil }
      let shown = isPattern ? location : input + (input.hasSuffix("/") ? "" : "/") + name
      return SparkInput(path: shown, location: file.location, byteCount: file.byteCount)
    }
    guard !files.isEmpty else {
      throw AnalysisError(
        .noInput, "the cluster finds no *.tsv or *.parquet file at \(input)",
        advice: "name the files one by one if they are called otherwise; Spark passes over names "
          + "that begin with '_' or '.'")
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The input as a file without bytes, of which Spark's listing has no row; it has ended with an
  /// error by now if there is none.
  ///
  /// - Returns: nil for what may be a directory, or a file that Spark passes over.
  private static func emptyFile(_ input: String, _ path: String) -> SparkInput? {
    let name = path.split(separator: "/").last ?? ""
    guard name.contains("."), !name.hasPrefix("."), !name.hasPrefix("_") else { return nil }
    let location = isURL(input) ? input : "file:" + path.replacing("%", with: "%25")
    return SparkInput(path: input, location: location, byteCount: 0)
  }

  private func pattern(of input: String) throws -> String {
    if Self.isURL(input) { return input }
    return "file:" + LinesSource.pattern(try plainPath(of: input))
  }

  /// The path without scheme and without steps such as `.`.
  private func plainPath(of input: String) throws -> String {
    guard input != "-" else {
      throw AnalysisError(
        .noInput, "the Spark engine cannot read standard input",
        advice: "name files that the workers of the cluster can read, or use --engine native")
    }
    if Self.isURL(input) { return Self.withoutScheme(input) }
    let whole = input.hasPrefix("/") ? input : workingDirectory + "/" + input
    var steps: [Substring] = []
    for step in whole.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return "/" + steps.joined(separator: "/")
  }

  private static func isURL(_ input: String) -> Bool {
    guard let colon = input.firstIndex(of: ":") else { return false }
    let scheme = input[..<colon]
    return !scheme.isEmpty && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      && input[colon...].hasPrefix(":/")
  }

  /// `/x` for `file:/x` and `file:///x`, `//bucket/x` for `s3a://bucket/x`.
  private static func withoutScheme(_ location: String) -> String {
    guard let colon = location.firstIndex(of: ":") else { return location }
    var path = location[location.index(after: colon)...]
    if path.hasPrefix("///") { path = path.dropFirst(2) }
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }
}

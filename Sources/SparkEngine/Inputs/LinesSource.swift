/// The lines of the inputs as a relation with `id`, `path`, `block` and `value`.
///
/// Files of one directory are read by one pattern, so that Spark can put small ones into one task.
struct LinesSource {
  let inputs: [SparkInput]

  var sql: String {
    var directories: [String] = []
    var names: [String: [String]] = [:]
    for input in Set(inputs).sorted(by: { $0.location < $1.location }) {
      let path = input.plainLocation
      let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
      let directory = String(path[..<cut]) + (input.isParquet ? "\u{0}" : "")
      if names[directory] == nil { directories.append(directory) }
      let name = String(path[cut...])
      if names[directory]?.contains(name) != true { names[directory, default: []].append(name) }
    }
    return directories.map { directory in
      LinesSource.relation(directory, names[directory] ?? [])
    }.joined(separator: "\nUNION ALL\n")
  }

  private static func relation(_ directory: String, _ names: [String]) -> String {
    let isParquet = directory.hasSuffix("\u{0}")
    let folder = isParquet ? String(directory.dropLast()) : directory
    let file =
      names.count == 1 ? pattern(names[0]) : "{\(names.map(pattern).joined(separator: ","))}"
    let path = (pattern(folder) + file).replacing("`", with: "``")
    let place = """
      monotonically_increasing_id() AS id, _metadata.file_path AS path, \
      _metadata.file_block_start AS block
      """
    guard isParquet else {
      return "SELECT \(place), value FROM text.`\(path)` WITH ('lineSep' = '\\n')"
    }
    return "SELECT \(place), \(parquetLine) AS value FROM parquet.`\(path)`"
  }

  /// The columns of a Parquet file, in the order of the fields of a line.
  static let columns = [
    "user_id", "timestamp", "artist_mbid", "artist_name", "track_mbid", "track_name",
  ]

  /// A row of Parquet as the line that it would be in a text file; a time may be text or a moment.
  ///
  /// A line feed in a field would end the line. It becomes a tab, so that the row has too many fields.
  private static let parquetLine: String = {
    let time = """
      coalesce(CASE WHEN typeof(`timestamp`) = 'string' THEN CAST(`timestamp` AS STRING) \
      ELSE date_format(CAST(`timestamp` AS TIMESTAMP), "yyyy-MM-dd'T'HH:mm:ss'Z'") END, '')
      """
    let fields = columns.map { $0 == "timestamp" ? time : text($0) }
    return #"replace(concat_ws('\t', \#(fields.joined(separator: ", "))), '\n', '\t')"#
  }()

  private static func text(_ column: String) -> String { "coalesce(CAST(\(column) AS STRING), '')" }

  /// A path as a pattern that matches only itself.
  static func pattern(_ path: String) -> String {
    let special: Set<Character> = ["\\", "*", "?", "[", "]", "{", "}", ",", "^"]
    return String(path.flatMap { special.contains($0) ? ["\\", $0] : [$0] })
  }
}

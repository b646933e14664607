import ListeningSessions
import WholeFiles

/// `rejected.tsv`: every row that is no listen, with where it stood, why, and its bytes as they were.
final class RejectedRowsFile: RejectSink {
  let file: WholeFile
  /// The path of the row before, and how it is written.
  private var lastPath: (path: String, field: [UInt8]) = ("", [])

  /// How many more rows are written.
  private var rest: Int

  init(_ file: WholeFile, limit: Int?) throws {
    self.file = file
    rest = limit ?? .max
    try file.append("input_path\tline_number\tbyte_offset\treason\traw_line\n".utf8)
  }

  func write(_ batch: [RejectedRow]) throws {
    for row in batch.prefix(rest) {
      let place = "\(row.lineNumber)\t\(row.byteOffset)\t\(row.reason.rawValue)\t"
      if row.inputPath != lastPath.path {
        lastPath = (row.inputPath, Array(RejectedRowsFile.escaped(row.inputPath).utf8))
      }
      try file.append(lastPath.field)
      try file.append("\t\(place)".utf8)
      try file.append(row.rawLine)
      try file.append(CollectionOfOne(0x0A))
    }
    rest -= min(rest, batch.count)
  }

  /// A path on one line and in one field, whatever characters it has.
  private static func escaped(_ path: String) -> String {
    path.unicodeScalars.map { ["\t": "\\t", "\n": "\\n", "\r": "\\r"][$0] ?? String($0) }
      .joined()
  }
}

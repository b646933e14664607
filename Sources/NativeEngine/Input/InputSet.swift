import ListeningSessions

/// All inputs of one analysis as one run of bytes: the files follow one another without a break.
///
/// A row's position is its byte offset in this run. It gives the order of the rows, and where to
/// read a row again.
struct InputSet: Sendable {
  /// A part of one file that one worker scans: the lines that start in it.
  struct Block: Sendable {
    let file: Int
    /// Byte offsets in the file.
    let range: Range<Int>
  }

  let files: [InputFile]
  /// Position of the first byte of each file, and after the last one the total.
  let bases: [Int]

  /// Opens the files behind `inputs`.
  static func open(_ inputs: [String], temporaryDirectory: String) throws -> InputSet {
    let files = try InputListing.files(behind: inputs).map {
      try InputFile.open($0, temporaryDirectory: temporaryDirectory)
    }
    let set = InputSet(files: files)
    guard set.byteCount <= ListenRecord.positionLimit else {
      throw AnalysisError(
        .inputOutput, "the inputs hold more than 2 TiB", advice: "analyse them in parts by user")
    }
    return set
  }

  private init(files: [InputFile]) {
    self.files = files
    bases = files.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.byteCount) }
  }

  var byteCount: Int { bases.last ?? 0 }

  var summaries: [InputSummary] {
    files.map { InputSummary(path: $0.path, byteCount: $0.byteCount) }
  }

  /// The inputs cut into blocks of at most `size` bytes, in order.
  func blocks(ofSize size: Int) -> [Block] {
    files.indices.flatMap { file in
      stride(from: 0, to: files[file].byteCount, by: size).map { start in
        Block(file: file, range: start..<min(start + size, files[file].byteCount))
      }
    }
  }

  /// The file and the offset in it of a position.
  func locate(_ position: Int) -> (file: Int, offset: Int) {
    // The last file that starts at or before the position; empty files before it start there too.
    var low = 0
    var high = files.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if bases[middle] <= position { low = middle } else { high = middle }
    }
    return (low, position - bases[low])
  }

  func requireUnchanged() throws {
    for file in files { try file.requireUnchanged() }
  }
}

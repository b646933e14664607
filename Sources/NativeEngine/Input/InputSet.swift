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
  /// Position of the first byte of each file, and after the last one the total; where packed inputs
  /// are among the files, right only when they have been read (`withByteCounts`).
  let bases: [Int]
  /// Rows of packed inputs that were fetched before others ask for them.
  private(set) var held = HeldRows()
  /// How it is decided which rows are duplicates.
  private(set) var duplicates = DuplicateDecision.byReading

  /// Opens the files behind `inputs`.
  static func open(
    _ inputs: [String], temporaryDirectory: String, packed: PackedInputs = PackedInputs()
  ) throws -> InputSet {
    let files = try InputListing.files(behind: inputs).flatMap {
      try InputFile.open($0, temporaryDirectory: temporaryDirectory, packed: packed)
    }
    let set = InputSet(files, byteCounts: files.map(\.byteCount))
    guard set.byteCount <= ListenRecord.positionLimit else { throw tooLarge }
    return set
  }

  private init(_ files: [InputFile], byteCounts: [Int]) {
    self.files = files
    bases = byteCounts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  /// The same inputs with the sizes that they turned out to have.
  func withByteCounts(_ byteCounts: [Int]) -> InputSet {
    InputSet(files, byteCounts: byteCounts)
  }

  /// The same inputs with rows at hand that `RowReader` then does not read.
  func holding(_ rows: HeldRows) -> InputSet {
    var inputs = self
    inputs.held = rows
    return inputs
  }

  /// The same inputs with another way to decide which rows are duplicates.
  func deciding(_ duplicates: DuplicateDecision) -> InputSet {
    var inputs = self
    inputs.duplicates = duplicates
    return inputs
  }

  static var tooLarge: AnalysisError {
    AnalysisError(
      .inputOutput, "the inputs hold more than 2 TiB", advice: "analyse them in parts by user")
  }

  /// The files, packed or not, cut into blocks of at most `size` bytes, in order.
  func blocks(ofSize size: Int) -> [Block] {
    files.indices.flatMap { file in
      stride(from: 0, to: files[file].storedByteCount, by: size).map { start in
        Block(file: file, range: start..<min(start + size, files[file].storedByteCount))
      }
    }
  }

  /// Whether any input is packed, so that rows can be read again only by unpacking it again.
  var isPacked: Bool { files.contains(where: \.isPacked) }

  func isPacked(at position: Int) -> Bool { files[locate(position).file].isPacked }

  var byteCount: Int { bases.last ?? 0 }

  /// Bytes of all inputs as far as they are known before they are read.
  var expectedByteCount: Int { files.reduce(0) { $0 + $1.expectedByteCount } }

  var summaries: [InputSummary] {
    files.indices.map {
      InputSummary(path: files[$0].path, byteCount: bases[$0 + 1] - bases[$0])
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

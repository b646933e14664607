import ListeningSessions

/// Finds the duplicates where reading a row again means to unpack an input again.
///
/// Rows that may be equal are known by user, second and hash. Their names are read in passes over the
/// inputs, each for a bounded number of rows, and their bytes decide.
struct DuplicateSearch {
  /// Rows of one pass: 12 bytes each, and each different text once.
  private static let mostRowsInPass = 1 << 20
  /// Bytes of the process's memory for each of them.
  private static let memoryPerRow = 1024

  private let inputs: InputSet
  private let rowsInPass: Int

  /// Searches with so many rows in a pass as a process of `memory` bytes has room for.
  init(_ inputs: InputSet, memory: Int) {
    self.init(inputs, rowsInPass: min(Self.mostRowsInPass, memory / Self.memoryPerRow))
  }

  init(_ inputs: InputSet, rowsInPass: Int) {
    self.inputs = inputs
    self.rowsInPass = rowsInPass
  }

  /// Positions of the duplicates in some runs of candidates, ascending.
  func positions(in runs: DuplicateCandidates.Runs) throws -> [Int] {
    var duplicates: [Int] = []
    var start = 0
    while start < runs.count {
      var end = start + 1
      var count = runs[start].count
      while end < runs.count, count + runs[end].count <= rowsInPass {
        count += runs[end].count
        end += 1
      }
      duplicates += try decide((start..<end).map { runs[$0] })
      start = end
    }
    return duplicates.sorted()
  }

  /// The duplicates in some runs, each in input order.
  private func decide(_ runs: [ArraySlice<Int>]) throws -> [Int] {
    let wanted = runs.joined().map { WantedRow(position: $0, part: .names) }
    var reader = RowReader(try inputs.fetching(wanted))
    var duplicates: [Int] = []
    for run in runs {
      var songs: [Song?] = []
      for position in run {
        let song = try reader.withLine(at: position) { ListenLine.listen(in: $0)?.song }
        if songs.contains(song) { duplicates.append(position) } else { songs.append(song) }
      }
    }
    return duplicates
  }
}

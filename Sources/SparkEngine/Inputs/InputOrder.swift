/// Where each input stands in the order of all lines.
///
/// The position of a line is the base of its input, twice the offset of the block that Spark cut
/// from the file, and the line's number in its task. A task reads no more bytes than a whole block
/// has, so it numbers fewer lines than twice that: the positions of one block end before those of
/// the next begin. A base leaves room for the blocks of the input before.
struct InputOrder: Sendable {
  let inputs: [SparkInput]
  /// The least position of each input.
  let bases: [Int]

  /// More than the lines of any task.
  private static let room = 1 << 33

  init(_ inputs: [SparkInput]) {
    self.inputs = inputs
    bases = Array(
      inputs.reduce(into: [0]) { bases, input in
        bases.append((bases.last ?? 0) + 2 * input.byteCount + InputOrder.room)
      }.dropLast())
  }

  /// The inputs as rows of location, number and base.
  var values: String {
    zip(inputs, bases).enumerated().map { number, input in
      "(\(SQL.quoted(input.0.location)), \(number), \(input.1)L)"
    }.joined(separator: ", ")
  }

  /// Number of the input that holds a position.
  func input(at position: Int) -> Int {
    var low = 0
    var high = bases.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if bases[middle] <= position { low = middle } else { high = middle }
    }
    return low
  }
}

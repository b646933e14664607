/// How many lines of a file come before each of its blocks, to find the line number of any row.
struct LineIndex: Sendable {
  let blockSize: Int
  /// Number of the first block of each file.
  private let firstBlocks: [Int]
  /// By block, the lines of its file before it.
  private let firstLines: [Int]

  init(blockSize: Int, firstBlocks: [Int], firstLines: [Int]) {
    self.blockSize = blockSize
    self.firstBlocks = firstBlocks
    self.firstLines = firstLines
  }

  /// Lines of a file before one of its blocks.
  func firstLine(ofBlock block: Int, in file: Int) -> Int {
    firstLines[firstBlocks[file] + block]
  }
}

extension LineIndex {
  /// The index as a section of a checkpoint.
  var packed: [UInt8] {
    var packed = PackedBytes()
    packed.append(UInt64(blockSize))
    packed.append(UInt64(firstBlocks.count))
    for number in firstBlocks + firstLines { packed.append(UInt64(number)) }
    return packed.bytes
  }

  /// Reads what `packed` gave.
  init(packed: [UInt8]) throws {
    var reader = PackedBytesReader(packed)
    blockSize = Int(clamping: try reader.number(UInt64.self))
    let fileCount = Int(clamping: try reader.number(UInt64.self))
    var numbers: [Int] = []
    while !reader.isAtEnd { numbers.append(Int(clamping: try reader.number(UInt64.self))) }
    guard blockSize > 0, fileCount <= numbers.count else { throw DamagedCheckpoint() }
    firstBlocks = Array(numbers[..<fileCount])
    firstLines = Array(numbers[fileCount...])
  }
}

/// Lays rows out in files, with everything of a file that is no row.
enum RandomFiles {
  private static let headers = [
    "user_id\ttimestamp\tartist_mbid\tartist_name\ttrack_mbid\ttrack_name", "user\tTimeStamp",
  ]

  static func lay(
    out rows: [RandomRow], _ shape: RandomShape, using generator: inout SeededGenerator
  ) -> [[UInt8]] {
    var files: [[UInt8]] = []
    var rest = rows[...]
    for file in 0..<shape.files {
      let isLast = file == shape.files - 1
      let count = isLast ? rest.count : Int.random(in: 0...rest.count, using: &generator)
      files.append(bytes(of: rest.prefix(count), shape, using: &generator))
      rest = rest.dropFirst(count)
    }
    return files
  }

  private static func bytes(
    of rows: ArraySlice<RandomRow>, _ shape: RandomShape, using generator: inout SeededGenerator
  ) -> [UInt8] {
    var bytes: [UInt8] = generator.chance(0.2) ? [0xEF, 0xBB, 0xBF] : []
    let carriageReturns = generator.pick([0, 0, 1, 0.5])
    let lineEnd = { (generator: inout SeededGenerator) -> [UInt8] in
      generator.chance(carriageReturns) ? [0x0D, 0x0A] : [0x0A]
    }
    if generator.chance(0.3) {
      bytes += Array(generator.pick(headers).utf8) + lineEnd(&generator)
    }
    for row in rows {
      if generator.chance(shape.blankLineShare) { bytes += lineEnd(&generator) }
      bytes += row.line + lineEnd(&generator)
    }
    if generator.chance(0.3), bytes.last == 0x0A { bytes.removeLast() }
    return bytes
  }
}

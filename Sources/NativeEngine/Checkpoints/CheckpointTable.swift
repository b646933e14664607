/// What a checkpoint is of, and where its sections are.
struct CheckpointTable: Equatable {
  /// A named run of bytes.
  struct Section: Hashable, Sendable {
    let name: String
    let range: Range<Int>
    /// Nil when whoever reads the section checks its parts.
    let checksum: UInt64?
  }

  let key: CheckpointKey
  let sections: [Section]

  var bytes: [UInt8] {
    var packed = PackedBytes()
    packed.append(key.stage.rawValue)
    packed.append(key.text)
    packed.append(UInt64(sections.count))
    for section in sections {
      packed.append(section.name)
      packed.append(UInt64(section.range.lowerBound))
      packed.append(UInt64(section.range.count))
      packed.append(UInt8(section.checksum == nil ? 0 : 1))
      packed.append(section.checksum ?? 0)
    }
    return packed.bytes
  }

  init(key: CheckpointKey, sections: [Section]) {
    self.key = key
    self.sections = sections
  }

  /// Takes it from bytes whose checksum fits.
  ///
  /// - Parameters:
  ///   - bytes: the whole table.
  ///   - end: where sections must end, with what is kept readable behind them.
  /// - Throws: when the bytes make no sense all the same.
  init(_ bytes: [UInt8], sectionsBefore end: Int) throws(DamagedCheckpoint) {
    var rest = PackedBytesReader(bytes)
    let stage = CheckpointStage(rawValue: try rest.string())
    let text = try rest.string()
    let count = try rest.number(UInt64.self)
    var sections: [Section] = []
    while sections.count < count {
      sections.append(try CheckpointTable.section(&rest, before: end))
    }
    guard let stage, rest.isAtEnd else { throw DamagedCheckpoint() }
    self.init(key: CheckpointKey(stage: stage, text: text), sections: sections)
  }

  private static func section(
    _ rest: inout PackedBytesReader, before end: Int
  ) throws(DamagedCheckpoint) -> Section {
    let name = try rest.string()
    let offset = Int(clamping: try rest.number(UInt64.self))
    let count = Int(clamping: try rest.number(UInt64.self))
    let isChecked = try rest.number(UInt8.self) == 1
    let checksum = try rest.number(UInt64.self)
    guard offset <= end - CheckpointFile.overread, count <= end - CheckpointFile.overread - offset
    else { throw DamagedCheckpoint() }
    return Section(
      name: name, range: offset..<offset + count, checksum: isChecked ? checksum : nil)
  }
}

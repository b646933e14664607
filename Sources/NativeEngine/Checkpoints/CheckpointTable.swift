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
    var bytes = CheckpointBytes()
    bytes.append(key.stage.rawValue)
    bytes.append(key.text)
    bytes.append(UInt64(sections.count))
    for section in sections {
      bytes.append(section.name)
      bytes.append(UInt64(section.range.lowerBound))
      bytes.append(UInt64(section.range.count))
      bytes.append(section.checksum == nil ? 0 : 1)
      bytes.append(section.checksum ?? 0)
    }
    return bytes.all
  }

  init(key: CheckpointKey, sections: [Section]) {
    self.key = key
    self.sections = sections
  }

  /// Takes it from bytes whose checksum fits; nil when they make no sense all the same.
  ///
  /// - Parameters:
  ///   - bytes: the whole table.
  ///   - end: where sections must end, with what is kept readable behind them.
  init?(_ bytes: [UInt8], sectionsBefore end: Int) {
    var rest = CheckpointBytes.Reader(bytes)
    guard let stage = rest.text().flatMap(CheckpointStage.init), let text = rest.text(),
      let count = rest.number()
    else { return nil }
    var sections: [Section] = []
    while sections.count < count {
      guard let section = CheckpointTable.section(&rest, before: end) else { return nil }
      sections.append(section)
    }
    guard rest.isAtEnd else { return nil }
    self.init(key: CheckpointKey(stage: stage, text: text), sections: sections)
  }

  private static func section(
    _ rest: inout CheckpointBytes.Reader, before end: Int
  ) -> Section? {
    guard let name = rest.text(), let offset = rest.number(), let count = rest.number(),
      let isChecked = rest.word(), let checksum = rest.word(),
      offset <= end - CheckpointFile.overread,
      count <= end - CheckpointFile.overread - offset
    else { return nil }
    return Section(
      name: name, range: offset..<offset + count, checksum: isChecked == 1 ? checksum : nil)
  }
}

/// A table of the metadata, which is in the FlatBuffers format.
///
/// A table begins with the distance back to its list of fields; that list gives for each field where
/// in the table it stands, or 0 if it is left out. Every distance is checked before it is followed.
struct MetadataTable {
  private let window: ByteWindow
  private let start: Int
  private let fieldList: Int
  private let fieldListSize: Int

  /// The table to which the first bytes of `metadata` lead.
  init(rootOf metadata: ByteWindow) throws(ArrowStreamError) {
    let offset = try metadata.load(UInt32.self, at: 0, of: "metadata")
    try self.init(metadata, at: Int(offset))
  }

  private init(_ window: ByteWindow, at start: Int) throws(ArrowStreamError) {
    let distance = try window.load(Int32.self, at: start, of: "a table of metadata")
    self.window = window
    self.start = start
    fieldList = start - Int(distance)
    fieldListSize = Int(
      try window.load(UInt16.self, at: fieldList, of: "the fields of a table of metadata"))
  }

  /// The number in a field, or `absent`.
  func number<Number: FixedWidthInteger>(
    _ field: Int, or absent: Number
  ) throws(ArrowStreamError) -> Number {
    guard let place = try place(of: field) else { return absent }
    return try window.load(Number.self, at: place, of: "a number of metadata")
  }

  /// The table in a field, if there is one.
  func table(_ field: Int) throws(ArrowStreamError) -> MetadataTable? {
    guard let target = try target(of: field) else { return nil }
    return try MetadataTable(window, at: target)
  }

  /// The text in a field, if there is one.
  func text(_ field: Int) throws(ArrowStreamError) -> String? {
    guard let (first, count) = try vector(field, elementSize: 1) else { return nil }
    return String(
      decoding: try window.slice(at: first, length: count, of: "a text of metadata"),
      as: UTF8.self)
  }

  /// The tables that a field lists; none if it is left out.
  func tables(_ field: Int) throws(ArrowStreamError) -> [MetadataTable] {
    guard let (first, count) = try vector(field, elementSize: 4) else { return [] }
    var tables: [MetadataTable] = []
    for index in 0..<count {
      let place = first + 4 * index
      let distance = try window.load(UInt32.self, at: place, of: "a list of metadata")
      tables.append(try MetadataTable(window, at: place + Int(distance)))
    }
    return tables
  }

  /// The pairs of 64-bit numbers that a field lists; none if it is left out.
  func pairs(_ field: Int) throws(ArrowStreamError) -> [(Int64, Int64)] {
    guard let (first, count) = try vector(field, elementSize: 16) else { return [] }
    var pairs: [(Int64, Int64)] = []
    for index in 0..<count {
      let place = first + 16 * index
      pairs.append(
        (
          try window.load(Int64.self, at: place, of: "a list of metadata"),
          try window.load(Int64.self, at: place + 8, of: "a list of metadata")
        ))
    }
    return pairs
  }

  private func place(of field: Int) throws(ArrowStreamError) -> Int? {
    // Two numbers stand before the places: the sizes of the list and of the table.
    let entry = 4 + 2 * field
    guard entry + 2 <= fieldListSize else { return nil }
    let offset = try window.load(
      UInt16.self, at: fieldList + entry, of: "the fields of a table of metadata")
    return offset == 0 ? nil : start + Int(offset)
  }

  private func target(of field: Int) throws(ArrowStreamError) -> Int? {
    guard let place = try place(of: field) else { return nil }
    return place + Int(try window.load(UInt32.self, at: place, of: "an offset of metadata"))
  }

  private func vector(
    _ field: Int, elementSize: Int
  ) throws(ArrowStreamError) -> (first: Int, count: Int)? {
    guard let target = try target(of: field) else { return nil }
    let count = Int(try window.load(UInt32.self, at: target, of: "a list of metadata"))
    // So that no memory is asked for on the word of a damaged count.
    guard count <= (window.count - target) / elementSize else {
      throw .truncated("a list of metadata")
    }
    return (target + 4, count)
  }
}

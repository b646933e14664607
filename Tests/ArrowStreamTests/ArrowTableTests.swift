import ArrowStream
import Testing

struct ArrowTableTests {
  @Test func wholeNumbersOfEveryWidthAreWidened() throws {
    let table = try ArrowTable(stream: try Fixture.bytes("every-type"))
    #expect(table.rowCount == 3)
    let ends: [(String, Int64, Int64)] = [
      ("i8", -128, 127), ("i16", -32768, 32767), ("i32", -2_147_483_648, 2_147_483_647),
      ("i64", .min, .max), ("u8", 0, 255), ("u16", 0, 65535), ("u32", 0, 4_294_967_295),
      ("u64", 0, .max), ("day", 1, -1),
    ]
    for (name, first, last) in ends {
      let column = try table.column(name)
      #expect(try column.int64(0) == first, "\(name)")
      #expect(try column.int64(1) == nil, "\(name)")
      #expect(try column.int64(2) == last, "\(name)")
    }
  }

  @Test func otherTypesAreRead() throws {
    let table = try ArrowTable(stream: try Fixture.bytes("every-type"))
    let truth = try table.column("truth")
    #expect(try (0..<3).map { try truth.bool($0) } == [true, nil, false])
    let single = try table.column("f32")
    #expect(try (0..<3).map { try single.double($0) } == [0.5, nil, -1.25])
    let double = try table.column("f64")
    #expect(try (0..<3).map { try double.double($0) } == [0.1, nil, -1e300])
    let text = try table.column("text")
    #expect(try (0..<3).map { try text.string($0) } == ["", nil, "Żółć 🎵"])
    let raw = try table.column("raw")
    #expect(try (0..<3).map { try raw.bytes($0).map(Array.init) } == [[0xFF, 0], nil, []])
  }

  @Test func momentsOfEveryUnitBecomeMicroseconds() throws {
    let table = try ArrowTable(stream: try Fixture.bytes("every-type"))
    let second: Int64 = 1_241_478_537
    for (name, micros) in [("s", 0), ("ms", 123_000), ("us", 123_456), ("ns", 123_456)] {
      let column = try table.column(name)
      #expect(try column.timestamp(0) == second * 1_000_000 + Int64(micros), "\(name)")
      #expect(column.isNull(1), "\(name)")
    }
    #expect(
      try table.column("us").field.type == .timestamp(unit: .microsecond, zone: "UTC"))
    #expect(try table.column("s").timestamp(2) == -1_000_000)
  }

  @Test func aColumnOfNullsAnswersAnyQuestionWithNull() throws {
    let column = try ArrowTable(stream: try Fixture.bytes("every-type")).column("nothing")
    #expect(column.count == 3)
    #expect(column.isNull(0))
    #expect(try column.int64(0) == nil)
    #expect(try column.string(1) == nil)
    #expect(try column.double(2) == nil)
    #expect(try column.bool(2) == nil)
    #expect(try column.timestamp(2) == nil)
  }

  @Test func batchesFollowOneAnother() throws {
    let table = try ArrowTable(stream: try Fixture.bytes("two-batches"))
    #expect(
      try table.allValues() == [
        ["1", "2", "null", "4", "5"], ["one", "two", "null", "four", "five"],
      ])
  }

  @Test(arguments: ["schema-only", "empty-batch"])
  func aStreamWithoutRowsHasItsColumns(name: String) throws {
    let table = try ArrowTable(stream: try Fixture.bytes(name))
    #expect(table.rowCount == 0)
    #expect(table.columns.map(\.field.name) == ["n", "name"])
    #expect(table.columns.map(\.field.type) == [.int(bits: 64, signed: true), .utf8])
  }

  @Test func aPartOfABatchIsReadFromWhereItBegins() throws {
    let table = try ArrowTable(stream: try Fixture.bytes("sliced"))
    #expect(try table.allValues() == [["1", "2", "null"], ["null", "two", "three"]])
  }

  @Test func bitsBeyondOneByteAreFound() throws {
    let column = try ArrowTable(stream: try Fixture.bytes("many-bits")).column("truth")
    for row in 0..<100 {
      #expect(try column.bool(row) == (row % 7 == 0 ? nil : row % 3 == 0), "row \(row)")
    }
  }

  @Test func tablesWithTheSameColumnsCanBeJoined() throws {
    var table = ArrowTable()
    for name in ["two-batches", "schema-only", "sliced"] {
      try table.append(try ArrowTable(stream: try Fixture.bytes(name)))
    }
    #expect(table.rowCount == 8)
    #expect(
      try table.allValues() == [
        ["1", "2", "null", "4", "5", "1", "2", "null"],
        ["one", "two", "null", "four", "five", "null", "two", "three"],
      ])
    let other = try ArrowTable(stream: try Fixture.bytes("many-bits"))
    #expect(throws: ArrowStreamError.malformed("its parts have different columns")) {
      try table.append(other)
    }
  }

  @Test func questionsThatAColumnCannotAnswerAreErrors() throws {
    let table = try ArrowTable(stream: try Fixture.bytes("every-type"))
    #expect(throws: ArrowStreamError.missingColumn("x")) { try table.column("x") }
    let error = ArrowStreamError.wrongType(column: "text", holds: .utf8)
    let text = try table.column("text")
    #expect(throws: error) { try text.int64(0) }
    #expect(throws: error) { try text.bool(0) }
    #expect(throws: error) { try text.double(0) }
    #expect(throws: error) { try text.timestamp(0) }
    #expect(throws: ArrowStreamError.self) { try table.column("raw").string(0) }
    #expect(throws: ArrowStreamError.self) { try table.column("us").int64(0) }
  }
}

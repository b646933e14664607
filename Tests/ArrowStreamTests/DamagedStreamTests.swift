import ArrowStream
import ListeningSessionsTestSupport
import Testing

/// Bytes that are no stream, or not one for this reader, give an error and nothing worse.
struct DamagedStreamTests {
  @Test(arguments: [
    ("list", "type number 12"), ("decimal", "type number 7"), ("large-text", "type number 20"),
    ("half", "floating point numbers of 16 bits"), ("date64", "dates in milliseconds"),
    ("over-int64", "over 2^63"), ("dictionary", "dictionary"), ("compressed", "compressed"),
  ])
  func whatIsNotReadIsNamed(name: String, words: String) throws {
    let bytes = try Fixture.bytes(name)
    let error = #expect(throws: ArrowStreamError.self) { try ArrowTable(stream: bytes) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    #expect(error?.description.contains("which is not read here") == true)
  }

  @Test func theOldFormOfMessagesIsRefused() throws {
    let bytes = try Fixture.bytes("legacy")
    #expect(throws: ArrowStreamError.malformed("no message begins at byte 0")) {
      try ArrowTable(stream: bytes)
    }
  }

  @Test(arguments: Fixture.readable)
  func everyTruncationIsAnError(name: String) throws {
    let whole = try Fixture.bytes(name)
    for count in whole.indices {
      #expect(throws: ArrowStreamError.self, "\(count) bytes") {
        try ArrowTable(stream: Array(whole.prefix(count)))
      }
    }
  }

  @Test func aBatchBeforeTheSchemaIsAnError() throws {
    let whole = try Fixture.bytes("two-batches")
    let schema = try Fixture.bytes("schema-only").count - 8
    #expect(throws: ArrowStreamError.malformed("it does not begin with a schema")) {
      try ArrowTable(stream: Array(whole.dropFirst(schema)))
    }
    #expect(throws: ArrowStreamError.malformed("a second schema")) {
      try ArrowTable(stream: Array(whole.prefix(schema)) + whole)
    }
  }

  @Test(arguments: Fixture.readable, 0..<8)
  func changedBytesAreAnErrorOrAnotherTable(name: String, round: Int) throws {
    let seed = UInt64.random(in: .min ... .max)
    print("seed of \(name), round \(round): \(seed)")
    var generator = SeededGenerator(seed: seed)
    let whole = try Fixture.bytes(name)
    var refused = 0
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        bytes[place] = generator.pick([
          0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: .min ... .max, using: &generator),
        ])
      }
      do {
        _ = try ArrowTable(stream: bytes).allValues()
      } catch is ArrowStreamError {
        refused += 1
      }
    }
    #expect(refused > 0, "seed \(seed): no change was noticed")
  }
}

import Dispatch
import ListeningSessionsTestSupport
import Testing
import WholeFiles

@testable import Reporting

struct PartsInOrderTests {
  private let directory: TemporaryDirectory
  private let unfinished = UnfinishedFiles()

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test(arguments: UInt64(0)..<30)
  func filesHoldTheirPartsInOrderWhateverComesFirst(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let files = try ["a", "b", "c"].map { try file($0) }
    let owners = (0..<20).map { _ in generator.pick([0, 1, 2]) }.sorted()
    let contents = owners.map { _ in
      generator.pick([nil, [], [UInt8.random(in: 0...255, using: &generator)]])
    }
    let parts = PartsInOrder(of: owners.map { files[$0] })
    for number in owners.indices.shuffled(using: &generator) {
      parts.take(.success(contents[number]), as: number)
    }
    let written = try parts.finish()
    for (index, file) in files.enumerated() {
      let own = owners.indices.filter { owners[$0] == index }.compactMap { contents[$0] }
      let hasContent = written.contains(ObjectIdentifier(file))
      #expect(hasContent == !own.isEmpty, "seed \(seed)")
      try unfinished.publish([file])
      let bytes = try directory.bytes(of: ["a", "b", "c"][index])
      #expect(bytes == Array(own.joined()), "seed \(seed)")
    }
  }

  @Test func manyMayMakeThem() throws {
    let file = try file("a")
    let parts = PartsInOrder(of: Array(repeating: file, count: 1000))
    DispatchQueue.concurrentPerform(iterations: 1000) { number in
      parts.take(.success(Array("\(number)\n".utf8)), as: number)
    }
    _ = try parts.finish()
    try unfinished.publish([file])
    let expected = (0..<1000).map { "\($0)\n" }.joined()
    #expect(try directory.bytes(of: "a") == Array(expected.utf8))
  }

  @Test func theFirstErrorIsTold() throws {
    struct Failure: Error, Equatable { let number: Int }
    let file = try file("a")
    let parts = PartsInOrder(of: Array(repeating: file, count: 3))
    parts.take(.failure(Failure(number: 2)), as: 2)
    parts.take(.failure(Failure(number: 1)), as: 1)
    parts.take(.success([1]), as: 0)
    #expect(throws: Failure(number: 1)) { try parts.finish() }
  }

  private func file(_ name: String) throws -> WholeFile {
    try WholeFile("\(directory.path)/\(name)", among: unfinished)
  }
}

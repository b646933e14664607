import Foundation

/// The Arrow streams in `Fixtures`, which pyarrow wrote.
enum Fixture {
  static let readable = [
    "every-type", "two-batches", "schema-only", "empty-batch", "sliced", "many-bits",
  ]

  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name).arrows")))
  }
}

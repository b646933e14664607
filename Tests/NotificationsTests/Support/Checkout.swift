import Foundation

/// Places in and beside the checkout.
enum Checkout {
  private static let tests = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let root = tests.deletingLastPathComponent().deletingLastPathComponent()
  static let python = tests.appending(path: "Python")
  /// The OpenLineage standard's schemas, which are no part of the project.
  static let openLineageSchemas = root.deletingLastPathComponent()
    .appending(path: "shared/schemas/openlineage")
  static var hasOpenLineageSchemas: Bool {
    FileManager.default.fileExists(
      atPath: openLineageSchemas.appending(path: "OpenLineage.json").path)
  }
}

import Foundation

/// Real rows of Last.fm-1K, which may not be part of the project: they stand beside the checkout.
enum RealSamples {
  /// The rows of each file.
  static let rows = ["lastfm-1k-300-rows.tsv": 300, "lastfm-1k-5000-rows.tsv": 5000]

  static let names = rows.keys.sorted()

  static var areThere: Bool {
    names.allSatisfy { FileManager.default.fileExists(atPath: path(of: $0)) }
  }

  static func path(of name: String) -> String {
    checkout.deletingLastPathComponent().path + "/shared/samples/" + name
  }

  /// Four levels up from this file: its folder, the test target, `Tests`, the checkout.
  private static var checkout: URL {
    var checkout = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { checkout.deleteLastPathComponent() }
    return checkout
  }
}

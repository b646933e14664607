import Foundation

/// Waits for what another process does.
enum Waiting {
  struct InVain: Error, CustomStringConvertible {
    let description: String
  }

  /// Looks every few milliseconds until `condition` holds; an error after a minute.
  static func until(_ event: String, _ condition: () -> Bool) throws {
    let end = Date(timeIntervalSinceNow: 60)
    while !condition() {
      if Date() > end { throw InVain(description: "waited in vain until \(event)") }
      Thread.sleep(forTimeInterval: 0.005)
    }
  }
}

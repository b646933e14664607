import Foundation
import ListeningSessions

/// The address of a receiver, which is a secret: whoever knows a webhook's URL can write to it.
///
/// No description of this type shows it; messages name the file or variable that it came from.
public struct Endpoint: Sendable {
  let url: URL
  /// Name of the file or variable that the address was read from.
  public let source: String

  /// Takes an address that was read from the environment, say.
  ///
  /// - Parameters:
  ///   - text: an http or https URL; white space around it is dropped.
  ///   - source: name of the variable, for messages.
  /// - Throws: `AnalysisError.configuration`.
  public init(_ text: String, from source: String) throws {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let url = URL(string: trimmed, encodingInvalidCharacters: false),
      let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
      let host = url.host(), !host.isEmpty
    else {
      throw AnalysisError(
        .configuration, "\(source) does not hold an http or https URL",
        advice: "put the URL alone in its first line")
    }
    self.init(url: url, source: source)
  }

  /// Reads the address from the first line of a file.
  ///
  /// - Throws: `AnalysisError.configuration`.
  public init(file path: String) throws {
    // Somebody who gave the URL itself must not find it in a log afterwards.
    guard !path.contains("://") else {
      throw AnalysisError(
        .configuration, "a URL was given where the name of a file is expected",
        advice: "put the URL into a file that only you can read and name that file")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw AnalysisError(
        .configuration, "cannot read \(path)",
        advice: "name a file whose first line is the URL")
    }
    let line = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).first
    try self.init(line.map(String.init) ?? "", from: path)
  }

  private init(url: URL, source: String) {
    self.url = url
    self.source = source
  }

  /// The same address with `path` if it has none of its own.
  func defaulting(toPath path: String) -> Endpoint {
    guard ["", "/"].contains(url.path()) else { return self }
    return Endpoint(url: url.appending(path: path), source: source)
  }
}

extension Endpoint: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "the URL in \(source)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: ["source": source]) }
}

import Foundation
import ListeningSessions
import Testing

@testable import Notifications

struct EndpointTests {
  private static let secret = "https://hooks.example.org/services/T00/B00/secret"

  @Test func theFirstLineOfTheFileIsTheAddress() throws {
    let file = try File("  \(Self.secret) \r\nnot this\n")
    #expect(try Endpoint(file: file.path).url.absoluteString == Self.secret)
  }

  @Test(arguments: [
    "", "\n", "ftp://hooks.example.org/secret", "hooks.example.org/secret", "https://",
    "file:///secret",
    "https://hooks.example.org/secret secret",
  ])
  func anythingElseIsRefusedWithoutSayingWhatItIs(text: String) throws {
    let file = try File(text)
    let error = try #require(throws: AnalysisError.self) { try Endpoint(file: file.path) }
    #expect(error.code == .configuration)
    #expect(error.description.contains(file.path))
    #expect(!error.description.contains("secret"))
    #expect(!error.description.contains("example"))
  }

  @Test func aMissingFileIsNamed() throws {
    let error = try #require(throws: AnalysisError.self) { try Endpoint(file: "/nowhere/url") }
    #expect(error.message == "cannot read /nowhere/url")
  }

  @Test func theAddressInPlaceOfTheFileIsNotRepeated() throws {
    let error = try #require(throws: AnalysisError.self) { try Endpoint(file: Self.secret) }
    #expect(error.code == .configuration)
    #expect(!error.description.contains("hooks"))
  }

  @Test func noDescriptionShowsTheAddress() throws {
    let endpoint = try Endpoint(Self.secret, from: "SIDELONG_ALERT_WEBHOOK")
    var dumped = ""
    dump(AlertWebhook(endpoint), to: &dumped)
    dump(try OpenLineageTransport.http(endpoint), to: &dumped)
    let texts = ["\(endpoint)", String(reflecting: endpoint), "\(AlertWebhook(endpoint))", dumped]
    for text in texts {
      #expect(!text.contains("hooks"), "\(text)")
      #expect(text.contains("SIDELONG_ALERT_WEBHOOK"))
    }
  }

  @Test(arguments: [
    ("http://h:5000", "http://h:5000/api/v1/lineage"),
    ("http://h:5000/", "http://h:5000/api/v1/lineage"),
    ("https://h/own/path", "https://h/own/path"),
    ("https://h?key=1", "https://h/api/v1/lineage?key=1"),
  ])
  func thePathIsAddedWhereThereIsNone(text: String, expected: String) throws {
    let endpoint = try Endpoint(text, from: "OPENLINEAGE_URL")
    #expect(endpoint.defaulting(toPath: "api/v1/lineage").url.absoluteString == expected)
  }
}

/// A file that goes with this value.
private final class File {
  let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

  init(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

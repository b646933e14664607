import Foundation
import ListeningSessions
import Testing

@testable import Notifications

struct OpenLineageTransportTests {
  private let event = [UInt8](#"{"eventType":"START"}"#.utf8)

  @Test func aFileGetsALineForEachEvent() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let transport = OpenLineageTransport.file(file.path)
    #expect(await transport.emit(event) == .delivered(attempts: 1))
    #expect(await transport.emit(event) == .delivered(attempts: 1))
    let line = String(decoding: event, as: UTF8.self) + "\n"
    #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == line + line)
  }

  @Test func aFileThatCannotBeWrittenIsAReason() async {
    let outcome = await OpenLineageTransport.file("/nowhere/events.ndjson").emit(event)
    guard case .givenUp(1, let reason) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(reason.hasPrefix("cannot write /nowhere/events.ndjson: "))
  }

  @Test func anEndpointThatFailsTwiceGetsTheEventAtTheUsualPath() async throws {
    let receiver = try Receiver("500,429,201")
    let transport = try OpenLineageTransport.http(
      receiver.endpoint("/"), apiKey: "k3y", policy: .quick)
    #expect(await transport.emit(event) == .delivered(attempts: 3))
    let requests = try receiver.requests()
    #expect(requests.count == 3)
    for request in requests {
      #expect(request.path == "/api/v1/lineage")
      #expect(request.headers["authorization"] == "Bearer k3y")
      #expect(request.headers["content-type"] == "application/json")
      #expect(request.body == String(decoding: event, as: UTF8.self))
    }
  }

  @Test func aPathOfItsOwnStaysAndNoKeyIsNoHeader() async throws {
    let receiver = try Receiver("200")
    let transport = try OpenLineageTransport.http(receiver.endpoint("/own"), apiKey: "")
    #expect(await transport.emit(event) == .delivered(attempts: 1))
    let request = try #require(try receiver.requests().first)
    #expect(request.path == "/own")
    #expect(request.headers["authorization"] == nil)
  }

  @Test func anEndpointThatIsDownIsGivenUp() async throws {
    let receiver = try Receiver("down")
    let transport = try OpenLineageTransport.http(receiver.endpoint(), policy: .quick)
    #expect(await transport.emit(event) == .givenUp(attempts: 4, reason: "no connection"))
  }

  @Test(arguments: ["two words", "line\nbreak", "\u{E9}"])
  func aKeyThatCannotStandInAHeaderIsRefusedUnseen(key: String) throws {
    let endpoint = try Endpoint("http://127.0.0.1:9", from: "a test")
    let error = try #require(throws: AnalysisError.self) {
      try OpenLineageTransport.http(endpoint, apiKey: key)
    }
    #expect(error.code == .configuration)
    #expect(!error.description.contains(key))
  }
}

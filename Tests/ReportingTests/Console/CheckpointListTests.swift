import Foundation
import ListeningSessions
import Testing

@testable import Reporting

struct CheckpointListTests {
  private static let list = CheckpointList([
    CheckpointList.Row(
      name: "sessions-1.checkpoint", stage: "sessions", byteCount: 1_590_000,
      lastUsed: Instant(secondsSinceEpoch: 86_400), key: "inputs\nsettings", problem: nil),
    CheckpointList.Row(
      name: "listens-2.checkpoint", stage: "listens", byteCount: 13,
      lastUsed: Instant(secondsSinceEpoch: 0), key: nil, problem: "it is no checkpoint"),
  ])

  @Test func theTableHasALineForEachAndTheirSum() {
    #expect(
      Self.list.text == """
        last used             stage       size  file                   problem
        1970-01-02T00:00:00Z  sessions  1.5 MB  sessions-1.checkpoint
        1970-01-01T00:00:00Z  listens     13 B  listens-2.checkpoint   it is no checkpoint

        2 checkpoints, 1.5 MB

        """)
  }

  @Test func withoutCheckpointsThereIsTheSumAlone() {
    #expect(CheckpointList([]).text == "0 checkpoints, 0 B\n")
  }

  @Test func jsonHasEveryKeyInEveryObject() throws {
    let parsed = try JSONSerialization.jsonObject(with: Data(Self.list.json()))
    let objects = try #require(parsed as? [[String: Any]])
    #expect(objects.count == 2)
    for object in objects {
      #expect(
        object.keys.sorted() == ["bytes", "key", "last_used", "name", "problem", "stage"])
    }
    #expect(objects[0]["key"] as? String == "inputs\nsettings")
    #expect(objects[0]["problem"] is NSNull)
    #expect(objects[1]["bytes"] as? Int == 13)
    #expect(objects[1]["last_used"] as? String == "1970-01-01T00:00:00Z")
  }
}

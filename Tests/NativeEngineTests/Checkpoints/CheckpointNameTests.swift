import Testing

@testable import NativeEngine

struct CheckpointNameTests {
  private static let name = CheckpointKey(stage: .sessions, text: "x").fileName

  @Test func aCheckpointIsToldByItsName() {
    #expect(CheckpointName.stage(of: Self.name) == .sessions)
    let partial = CheckpointName.partial(for: Self.name, process: 4711, number: 3)
    #expect(CheckpointName.isPartial(partial))
    #expect(CheckpointName.stage(of: partial) == nil)
    #expect(!CheckpointName.isPartial(Self.name))
  }

  @Test(arguments: [
    "", "notes.txt", ".checkpoint", "-.checkpoint", "listens.checkpoint", "listens-12.checkpoint",
    "songs-00112233445566778899aabbccddeeff.checkpoint",
    "listens-00112233445566778899AABBCCDDEEFF.checkpoint",
    "listens-00112233445566778899aabbccddeeff.checkpoint.old",
    "listens-00112233-445566778899aabbccddeeff.checkpoint",
    "listens-00112233445566778899aabbccddeeff.checkpoint.1-2.partial",
    ".listens-00112233445566778899aabbccddeeff.checkpoint.partial",
    ".listens-00112233445566778899aabbccddeeff.checkpoint.mine.partial",
    ".top_songs.tsv.4711.partial", ".partial",
  ])
  func everyOtherNameIsSomebodyElses(name: String) {
    #expect(CheckpointName.stage(of: name) == nil)
    #expect(!CheckpointName.isPartial(name))
  }
}

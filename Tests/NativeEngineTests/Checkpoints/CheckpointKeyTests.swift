import Testing

@testable import NativeEngine

struct CheckpointKeyTests {
  @Test(arguments: CheckpointStage.allCases)
  func theFilesNameIsTheStageAndAHash(stage: CheckpointStage) {
    let name = CheckpointKey(stage: stage, text: "inputs and settings").fileName
    #expect(name.wholeMatch(of: /(listens|sessions)-[0-9a-f]{32}\.checkpoint/) != nil)
    #expect(name.hasPrefix(stage.rawValue))
  }

  @Test func equalKeysHaveOneNameAndOthersHaveOthers() {
    let texts = ["", "a", "b", "ab", "a b", String(repeating: "long ", count: 10_000)]
    let names = CheckpointStage.allCases.flatMap { stage in
      texts.map { CheckpointKey(stage: stage, text: $0).fileName }
    }
    #expect(Set(names).count == names.count)
    #expect(CheckpointKey(stage: .listens, text: "a").fileName == names[1])
  }
}

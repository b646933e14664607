import Testing

@testable import SyntheticListens

struct ScriptTests {
  @Test("Every script has 64 different syllables", arguments: Script.allCases)
  func syllables(script: Script) {
    #expect(script.syllables.count == 64)
    #expect(Set(script.syllables).count == 64)
    #expect(script.syllables.allSatisfy { $0.utf8.count <= 8 })
  }

  @Test("About 7 % of the artists are not written in ASCII")
  func share() {
    let foreign = (UInt32(0)..<100_000).count { Script(of: $0) != .latin }
    #expect((6_500...7_500).contains(foreign))
  }
}

import ListeningSessions
import Testing

@testable import SparkEngine

struct ListenTalliesQueryTests {
  @Test func anyIDFitsTheStandardPatternButForBlanks() {
    #expect(!ListenTalliesQuery.pattern(.standard).contains(#"\A"#))
  }

  @Test func everyCharacterOfAPatternIsTakenForItself() {
    let sql = ListenTalliesQuery.pattern(UserIDPattern("a.#?*'"))
    #expect(sql.contains(#"r'\A(?s:\x{61}\x{2e}[0-9]..*\x{27})\z'"#))
  }
}

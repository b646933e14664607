import Testing

@testable import RuleFiles

struct SpellingTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("rule", "rules", 1),
    ("flaw", "lawn", 2), ("Warning", "warning", 0), ("é", "e", 1), ("ab", "ba", 2),
  ])
  func distanceCountsEdits(left: String, right: String, distance: Int) {
    #expect(Spelling.distance(left, right) == distance)
    #expect(Spelling.distance(right, left) == distance)
  }

  @Test func theFirstOfEquallyNearNamesIsGiven() {
    #expect(Spelling.nearest(to: "b", among: ["abc", "ab", "bc"]) == "ab")
    #expect(Spelling.nearest(to: "b", among: []) == nil)
  }
}

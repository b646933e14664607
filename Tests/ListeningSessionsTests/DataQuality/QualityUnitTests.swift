import ListeningSessions
import Testing

struct QualityUnitTests {
  @Test func everyUnitIsCountedByARule() {
    let units = Set(SampleFindings.rules.all.map(\.unit.rawValue))
    #expect(units == ["rows", "listens", "users", "sessions", "mbids", "days", "histories"])
  }
}

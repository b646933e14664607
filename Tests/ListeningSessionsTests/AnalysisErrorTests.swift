import ListeningSessions
import Testing

struct AnalysisErrorTests {
  @Test func saysWhatHappenedAndWhatToDoInOneLine() {
    let error = AnalysisError(.noInput, "cannot read x.tsv", advice: "check its name")
    #expect("\(error)" == "cannot read x.tsv; check its name")
    #expect(error.code == .noInput)
  }
}

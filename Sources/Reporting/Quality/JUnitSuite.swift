import ListeningSessions

/// The cases of one dimension.
struct JUnitSuite {
  let name: String
  let cases: [JUnitCase]

  func lines(of run: RunIdentity) -> [String] {
    let attributes =
      "name=\"\(XMLText.escaped(name))\" \(QualityJUnit.counts(cases)) "
      + "timestamp=\"\(run.startedAt)\""
    return ["  <testsuite \(attributes)>"] + properties(of: run)
      + cases.flatMap { $0.lines(suite: name) } + ["  </testsuite>"]
  }

  private func properties(of run: RunIdentity) -> [String] {
    [
      "    <properties>",
      "      <property name=\"run_id\" value=\"\(XMLText.escaped(run.id))\"/>",
      "      <property name=\"version\" value=\"\(XMLText.escaped(run.version))\"/>",
      "    </properties>",
    ]
  }
}

import ListeningSessions

/// What the first stage hands on: the validated listens, and everything known about the rows.
struct ListenStage {
  /// Counts of rows and users; sessions are not cut yet.
  let counts: RowCounts
  /// The inputs with their sizes; rows of packed ones that are read again may be at hand.
  var inputs: InputSet
  /// What the rules found that does not depend on the gap; nil without quality.
  let findings: QualityFindings?
  let lines: LineIndex
  let rejects: RejectList
  let listens: ListenSource
}

/// The relations that an analysis keeps on the cluster while it runs, by their names in the session.
enum Relation: String, CaseIterable {
  /// Every line with its verdict.
  case rows = "sidelong_rows"
  /// What each user listened to in one session, on one day where quality is asked for.
  case stretches = "sidelong_stretches"
  /// Every distinct pair of names with its MBIDs; only where quality is asked for.
  case songs = "sidelong_songs"
  /// The songs of the rows from which frequent values are counted; only where those are not all rows.
  case sampled = "sidelong_sampled"
}

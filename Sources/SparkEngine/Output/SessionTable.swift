extension ClusterTable {
  /// All sessions, by user and start.
  static func sessions(gapSeconds: Int) -> ClusterTable {
    ClusterTable(
      name: "sessions",
      columns: [
        Column("user_id", "user"), Column("started_at", secondsSinceEpoch: "started_at"),
        Column("ended_at", secondsSinceEpoch: "ended_at"),
        Column("duration_seconds", "ended_at - started_at"), Column("track_count", "listens"),
        Column("distinct_songs", "songs"),
      ],
      relation: SessionListQuery(gapSeconds: gapSeconds).relation, order: "user, started_at")
  }
}

import ListeningSessions

/// Counts units and failures of the rules about rows, and what the profile says of rows.
struct RowTalliesQuery {
  let conditions: QualityConditions
  let headers: [Int]

  var sql: String {
    "SELECT * FROM (\(ofRows)) CROSS JOIN (\(ofSongs))"
  }

  private var ofRows: String {
    let blankTime = QualityConditions.timeIsBlank
    let length = "IF(time IS NULL, 20, octet_length(time))"
    return """
      SELECT count_if(readable) AS readable, count_if(readable AND \(blankTime)) AS blank_times,
        count_if(readable AND at IS NULL AND NOT \(blankTime)) AS odd_times,
        coalesce(min(IF(readable, \(length), NULL)), 0) AS least_time,
        coalesce(max(IF(readable, \(length), NULL)), 0) AS greatest_time,
        coalesce(sum(IF(readable, \(length), 0)), 0) AS sum_time,
        coalesce(min(IF(reason = 0, at, NULL)), -1) AS earliest,
        coalesce(max(IF(reason = 0, at, NULL)), -1) AS latest,
        count_if(reason > 0 AND \(conditions.rejectError)) AS reject_errors
      FROM \(Relation.rows.rawValue) WHERE \(RowsFilter(headers: headers).sql)
      """
  }

  private var ofSongs: String {
    let failed = QualityConditions.songRules.map {
      "coalesce(sum(IF(\($0.rule.id), times, 0)), 0) AS \($0.rule.id)"
    }
    return """
      SELECT \(failed.joined(separator: ", ")),
        coalesce(sum(IF(\(ArtistMBIDCompleteness().id) AND \(TrackMBIDCompleteness().id), 0, times)), 0)
          AS with_mbid
      FROM \(Relation.songs.rawValue)
      """
  }
}

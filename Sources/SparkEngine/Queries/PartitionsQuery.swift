/// The listens and duplicates of each partition that the users were spread over.
enum PartitionsQuery {
  static let sql = """
    SELECT part, sum(listens + duplicates) AS rows
    FROM (SELECT spark_partition_id() AS part, listens, duplicates
      FROM \(Relation.stretches.rawValue))
    GROUP BY part
    """
}

/// How many tasks the cluster works on at once.
///
/// Spark cuts a range of numbers into one part for each core that it has at the moment, but at least
/// two on a cluster.
enum CoresQuery {
  static let sql = """
    SELECT max(part) + 1 AS cores FROM (SELECT spark_partition_id() AS part FROM range(0, 65536))
    """
}

#if Spark
  import SparkConnect

  /// Statements that take their time.
  enum Work {
    /// Tasks of a fifth of a second each, whose result is known.
    static func sleeping(tasks: Int) -> String {
      """
      SELECT count(*) AS n FROM range(0, \(tasks), 1, \(tasks)) WHERE java_method(
      'java.lang.Thread', 'sleep', cast(id * 0 + 200 AS BIGINT)) IS NULL OR id >= 0
      """
    }

    /// Twenty seconds of tasks behind a shuffle, whose files are on the workers.
    static func shuffling(tasks: Int) -> String {
      """
      SELECT count(*) AS n FROM (
        SELECT /*+ REPARTITION(\(tasks), id) */ id FROM range(0, 20000, 1, \(tasks)))
      WHERE java_method('java.lang.Thread', 'sleep',
        CASE WHEN id % 100 = 0 THEN 100L ELSE 0L END) IS NULL OR id >= 0
      """
    }
  }
#endif

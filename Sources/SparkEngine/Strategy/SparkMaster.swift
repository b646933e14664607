/// Where Spark does the work, by its setting `spark.master`.
enum SparkMaster {
  /// Whether one process does everything: `local`, `local[4]`, but not `local-cluster[2,1,1024]`.
  static func isOneProcess(_ master: String) -> Bool {
    master == "local" || master.hasPrefix("local[")
  }
}

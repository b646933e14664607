/// A table that the cluster writes.
struct ClusterTable {
  /// A column, as an expression over the relation.
  struct Column {
    let name: String
    /// As a value of its type.
    let value: String
    /// As text.
    let text: String
  }

  let name: String
  let columns: [Column]
  let relation: String
  let order: String
  var limit: Int?
}

extension ClusterTable.Column {
  /// Text or a number, which is written as it is.
  init(_ name: String, _ value: String) {
    self.init(name: name, value: value, text: value)
  }

  /// A time, of seconds since 1970.
  init(_ name: String, secondsSinceEpoch seconds: String) {
    let time = "timestamp_seconds(\(seconds))"
    self.init(
      name: name, value: time, text: #"date_format(\#(time), 'yyyy-MM-dd\'T\'HH:mm:ss\'Z\'')"#)
  }

  /// Bytes that may be no text, and are written as they are.
  init(_ name: String, bytes: String) {
    self.init(name: name, value: bytes, text: "CAST(\(bytes) AS STRING)")
  }
}

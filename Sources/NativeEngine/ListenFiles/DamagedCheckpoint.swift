import ListeningSessions

/// A checkpoint does not hold what it should: to be computed again, never to be believed.
struct DamagedCheckpoint: Error {
  let reason: String

  init(_ reason: String = "its content is damaged") {
    self.reason = reason
  }

  /// Reads from a checkpoint, with errors of this type.
  static func of<Value>(_ reading: () throws -> Value) throws -> Value {
    do {
      return try reading()
    } catch let error as AnalysisError {
      throw DamagedCheckpoint(error.message)
    }
  }
}

import FoundationEssentials
import GRDB

/// Why the run history could not be used: a warning for the user, not the end of a run.
public struct HistoryStoreError: Error, Hashable, Sendable {
  /// What happened and where, in one sentence without a full stop.
  public let message: String
  /// What the user can do about it, likewise.
  public let advice: String

  init(_ path: String, _ problem: HistoryProblem) {
    message = "the run history \(path) \(problem.message)"
    advice = problem.advice
  }

  /// Does something with the history at `path`, with errors of this type.
  static func of<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let problem as HistoryProblem {
      throw HistoryStoreError(path, problem)
    } catch let error as DatabaseError {
      throw HistoryStoreError(path, HistoryProblem(error))
    } catch let error as CocoaError {
      throw HistoryStoreError(path, .unreachable("its directory cannot be made: \(error.code)"))
    }
  }
}

extension HistoryStoreError: CustomStringConvertible {
  /// One line: what happened; what to do.
  public var description: String { "\(message); \(advice)" }
}

import GRDB

/// The ways in which a history can be of no use.
enum HistoryProblem: Error {
  case damaged(String)
  case readOnly
  case unreachable(String)
  case busy
  /// Another program's database.
  case foreign
  /// Written by a later version of this program.
  case newer
  case other(String)

  init(_ error: DatabaseError) {
    let reason = error.message ?? "error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged(reason)
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_CANTOPEN, .SQLITE_PERM: self = .unreachable(reason)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    default: self = .other(reason)
    }
  }

  var message: String {
    switch self {
    case .damaged(let reason): "is damaged (\(reason))"
    case .readOnly: "is read-only"
    case .unreachable(let reason): "cannot be opened (\(reason))"
    case .busy: "is in use by another program"
    case .foreign: "is another program's database"
    case .newer: "was written by a later version of this program"
    case .other(let reason): "cannot be used (\(reason))"
    }
  }

  var advice: String {
    switch self {
    case .damaged: "move it away, and the next run begins a new one"
    case .readOnly, .unreachable: "choose a place that you may write to with --history"
    case .busy: "run again later"
    case .foreign, .newer: "choose another file with --history"
    case .other: "choose another file with --history, or none"
    }
  }
}

import Reporting

/// What a command writes beside the verdict and the rejects.
enum Products {
  case none
  /// All sessions.
  case sessions
  case rankings

  var fileNames: [String] {
    switch self {
    case .none: []
    case .sessions: ["sessions.tsv"]
    case .rankings: ResultFile.rankings.map(\.name)
    }
  }
}

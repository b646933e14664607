/// Where the validated listens of a user can be had again, in order.
enum ListenSource: Sendable {
  /// In memory as the scan kept them, to be put in order again.
  case memory(ScannedListens)
  case file(ListenFile)

  /// Memory that the listens take.
  var keptBytes: Int {
    switch self {
    case .memory(let listens): listens.keptBytes
    case .file: 0
    }
  }
}

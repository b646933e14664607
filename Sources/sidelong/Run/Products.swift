/// What a command writes beside the verdict and the rejects.
enum Products {
  case none
  /// All sessions.
  case sessions
  case rankings
}

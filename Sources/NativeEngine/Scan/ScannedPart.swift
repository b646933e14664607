/// What one worker of the scan found; not changed any more but to spill it.
final class ScannedPart: @unchecked Sendable {
  // Unchecked: written by one thread, and handed over when that is done.
  private(set) var scanner: RowScanner
  /// What was found of the users who were taken up during the scan.
  let taken: UserScan?

  init(_ scanner: consuming RowScanner) {
    var scanner = scanner
    taken = scanner.finish()
    self.scanner = scanner
  }

  /// Hands what is kept of the users on; nobody may use the part meanwhile.
  func spill(to spill: ListenSpill) throws {
    try scanner.spill(to: spill)
  }
}

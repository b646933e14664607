/// What one worker of the scan found, whole and not to be changed any more.
final class ScannedPart: @unchecked Sendable {
  // Unchecked: written by one thread, and handed over when that is done.
  let scanner: RowScanner

  init(_ scanner: consuming RowScanner) {
    self.scanner = scanner
  }
}

import ListeningSessionsTestSupport
import Testing

extension RandomHistory {
  /// Keeps the files with the test's results when something differs; the seed alone makes them again.
  func attach(ifNot isRight: Bool) {
    guard !isRight else { return }
    for (number, file) in files.enumerated() {
      Attachment.record(file, named: "history-\(seed)-\(order)-\(number).tsv")
    }
  }
}

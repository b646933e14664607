/// What a metrics file of an earlier run says.
enum PreviousMetrics {
  private static let lastSuccessName = "sidelong_last_success_timestamp_seconds"

  /// When a run last succeeded, as it is written there; nil where no number is.
  static func lastSuccess(in file: [UInt8]) -> String? {
    for line in String(decoding: file, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard words.count == 2, words[0] == lastSuccessName else { continue }
      guard let seconds = Double(words[1]), seconds.isFinite, seconds >= 0 else { continue }
      return ReadableNumber.short(seconds)
    }
    return nil
  }
}

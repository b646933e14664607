/// The longest pause inside a session, in whole seconds.
public struct SessionGap: Hashable, Sendable {
  public let seconds: Int

  /// Twenty minutes, the gap of the published Last.fm-1K answer.
  public static let standard = SessionGap(seconds: 1200)

  public init(seconds: Int) {
    self.seconds = seconds
  }

  /// Reads a gap such as `90s`, `20m` or `1h30m`: hours, minutes and seconds, in this order.
  ///
  /// - Returns: nil when the text has another form or the gap is not at least a second.
  public init?(_ text: String) {
    var rest = Substring(text)
    var seconds = 0
    for (unit, length) in [("h", 3600), ("m", 60), ("s", 1)] {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard rest.dropFirst(digits.count).hasPrefix(unit) else { continue }
      guard let count = Int(digits) else { return nil }
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      let sum = seconds.addingReportingOverflow(product)
      if overflow || sum.overflow { return nil }
      seconds = sum.partialValue
      rest = rest.dropFirst(digits.count + 1)
    }
    guard rest.isEmpty, seconds > 0 else { return nil }
    self.seconds = seconds
  }

  /// Whether a listen starts a new session: a pause of exactly the gap does not.
  @inlinable
  public func separates(_ previous: Instant, from next: Instant) -> Bool {
    next.seconds(since: previous) > seconds
  }
}

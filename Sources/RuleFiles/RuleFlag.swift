public import ListeningSessions

/// A setting of a rule as a flag's value, such as `completeness_track_mbid:warning=20%`.
///
/// Several settings are separated by commas. In place of a rule stand `score` and `parameters` for
/// the settings that belong to no rule: `score:passed=97`.
public enum RuleFlag {
  /// Takes the settings of a flag into a rule set, over those of its file.
  ///
  /// - Parameters:
  ///   - text: the flag's value.
  ///   - ruleSet: unchanged when the value has a mistake.
  ///   - flag: names the flag in errors.
  /// - Throws: `AnalysisError.configuration`.
  public static func apply(
    _ text: String, to ruleSet: inout RuleSet, flag: String = "--rule"
  ) throws {
    let place = Place("\(flag) \(text)")
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw place.mistake("a rule and its settings are expected", advice: form)
    }
    let section = Entry(
      key: String(parts[0]), place: place, content: .entries(try settings(in: parts[1], at: place)))
    var reader = RuleSetReader(ruleSet)
    try reader.read(flag: section)
    ruleSet = reader.ruleSet
  }

  private static let form = "write it like completeness_track_mbid:severity=error,warning=20%"

  private static func settings(in text: Substring, at place: Place) throws -> [Entry] {
    var entries: [Entry] = []
    for setting in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else {
        throw place.mistake("'\(setting)' has no '='", advice: form)
      }
      let key = String(sides[0])
      if entries.contains(where: { $0.key == key }) {
        throw place.mistake("'\(key)' is set twice", advice: "keep one of them")
      }
      entries.append(Entry(key: key, place: place, content: .text(String(sides[1]))))
    }
    return entries
  }
}

import ListeningSessions
import RuleFiles
import Testing

/// A mistake refuses the rule set and says where it stands and what was probably meant.
struct RuleMistakeTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let line: Int
    let message: String
    let advice: String

    init(_ text: String, _ line: Int, _ message: String, _ advice: String) {
      self.text = text
      self.line = line
      self.message = message
      self.advice = advice
    }

    var testDescription: String { message }
  }

  private static let sectionNames = "Valid: score, parameters, rules"
  private static let count = "give a count such as 1000, a percentage such as 20 %, or never"
  private static let mapping = "put its settings below it"

  private static let names = [
    Mistake("rule: {}", 1, "unknown key 'rule'", "did you mean 'rules'? \(sectionNames)"),
    Mistake(
      "score:\n  pased: 9", 2, "unknown setting of the score 'pased'",
      "did you mean 'passed'? Valid: passed, warning"),
    Mistake(
      "\nparameters:\n  least_user: 1", 3, "unknown parameter 'least_user'",
      "did you mean 'least_users'? Valid: user_id_pattern, earliest, as_of, listens_per_day, "
        + "longest_session, most_listens_per_user, least_rows, least_users, "
        + "least_listens_per_user"),
    Mistake(
      "rules:\n  # a comment\n  completness_trak_mbid:\n    severity: info", 3,
      "unknown rule 'completness_trak_mbid'", "did you mean 'completeness_track_mbid'?"),
    Mistake(
      "rules:\n  validity_utf8:\n    sevrity: info", 3, "unknown setting of a rule 'sevrity'",
      "did you mean 'severity'? Valid: severity, warning, error, enabled"),
    Mistake(
      "rules:\n  validity_utf8: { severity: Eror }", 2, "unknown severity 'Eror'",
      "did you mean 'error'? Valid: info, warning, error"),
  ]

  private static let types = [
    Mistake("score: 95", 1, "'score' is '95', not a mapping", mapping),
    Mistake("rules: [a]", 1, "'rules' is a list, not a mapping", mapping),
    Mistake(
      "rules:\n  validity_utf8: off", 2, "'validity_utf8' is 'off', not a mapping", mapping),
    rule("warning: many", "'warning' is 'many'", count),
    rule("warning: 0.5", "'warning' is '0.5'", count),
    rule("warning: 0x10", "'warning' is '0x10'", count),
    rule("warning: 99999999999999999999", "'warning' is '99999999999999999999'", count),
    rule("warning: [1]", "'warning' is a list", count),
    rule("warning: { a: 1 }", "'warning' is a mapping", count),
    rule("warning:", "'warning' is nothing", count),
    rule("error: nan %", "'error' is 'nan %'", "give a number from 0 to 100"),
    rule("error: '%'", "'error' is '%'", "give a number from 0 to 100"),
    rule("enabled: maybe", "'enabled' is 'maybe'", "give true or false"),
    rule("severity: ''", "'severity' is nothing", "give one of info, warning, error"),
    parameter(
      "earliest: 2002-01-01", "'earliest' is '2002-01-01'",
      "give a time such as 2002-01-01T00:00:00Z, from 1970 to 2105"),
    parameter(
      "longest_session: 24", "'longest_session' is '24'",
      "give a length of time such as 90s, 20m or 24h"),
    parameter("least_rows: 1e3", "'least_rows' is '1e3'", "give a whole number of 0 or more"),
    parameter(
      "user_id_pattern: ~", "'user_id_pattern' is nothing", "give a form such as user_######"),
  ]

  private static let ranges = [
    Mistake("score: { passed: 101 }", 1, "'passed' is 101", "give a number from 0 to 100"),
    rule("warning: -1", "'warning' is -1", "give a count of 0 or more"),
    rule("warning: 100.1 %", "'warning' is 100.1 %", "give a number from 0 to 100"),
    rule("error: -0.1 %", "'error' is -0.1 %", "give a number from 0 to 100"),
    parameter("listens_per_day: 0", "'listens_per_day' is 0", "give a whole number of 1 or more"),
    parameter("least_users: -1", "'least_users' is -1", "give a whole number of 0 or more"),
    Mistake(
      "score:\n  warning: 96", 1, "the score warns from 96.0 on, but passes from 95.0 on",
      "give 'warning' no more than 'passed'"),
    Mistake(
      "parameters: { as_of: 2001-01-01T00:00:00Z }", 1,
      "'as_of' (2001-01-01T00:00:00Z) is before 'earliest' (2002-01-01T00:00:00Z)",
      "give times between which listens are plausible"),
    Mistake(
      "rules:\n  validity_utf8: { warning: 20 %, error: 10 % }", 2,
      "validity_utf8 fails the run before it warns", "give 'warning' no more than 'error'"),
    Mistake(
      "rules:\n  validity_utf8: { error: 9, warning: 10 }", 2,
      "validity_utf8 fails the run before it warns", "give 'warning' no more than 'error'"),
  ]

  private static let forms = [
    Mistake(
      "- score", 1, "the rule set is not a mapping",
      "write keys with values, such as 'score: { passed: 95 }'"),
    Mistake(
      "just text", 1, "the rule set is not a mapping",
      "write keys with values, such as 'score: { passed: 95 }'"),
    Mistake("rules:\n  ? [a]\n  : b", 2, "a key is not a name", "write 'name: value'"),
    Mistake(
      "rules:\n  validity_utf8: { warning: 1 }\n  volume_rows: {}\n  validity_utf8: {}", 2,
      "'validity_utf8' stands here and again further down", "keep one of them"),
    Mistake(
      "score: {}\nrules: {}\nscore: {}", 1, "'score' stands here and again further down",
      "keep one of them"),
  ]

  @Test(arguments: names + types + ranges + forms)
  func aMistakeIsRefused(mistake: Mistake) throws {
    let error = try #require(throws: AnalysisError.self) {
      try RuleFile.parse(mistake.text, path: "dir/sidelong.yaml")
    }
    #expect(error.code == .configuration)
    #expect(error.message == "dir/sidelong.yaml:\(mistake.line): \(mistake.message)")
    #expect(error.advice == mistake.advice)
  }

  @Test(arguments: [
    ("score: {}\nrules: { a: b", 2), ("score: {}\nrules: { a: b\n", 2),
    ("score: {}\n\trules: {}", 2), ("a: *b", 1),
    ("a: 'b", 1), ("score: {}\n---\nscore: {}", 2), ("score: {}\n# \u{1}\n", 2), ("# a\n\u{1}", 2),
    ("a: b: c", 1),
    (String(repeating: "[", count: 20_000), 1),
  ])
  func invalidYAMLIsRefused(text: String, line: Int) throws {
    let error = try #require(throws: AnalysisError.self) {
      try RuleFile.parse(text, path: "f")
    }
    #expect(error.code == .configuration)
    #expect(error.message.hasPrefix("f:\(line): this is not valid YAML: "), "\(error.message)")
    #expect(!error.message.contains("\n"))
  }

  private static func rule(_ setting: String, _ message: String, _ advice: String) -> Mistake {
    Mistake("rules:\n  validity_utf8:\n    \(setting)", 3, message, advice)
  }

  private static func parameter(_ setting: String, _ message: String, _ advice: String) -> Mistake {
    Mistake("parameters:\n  \(setting)", 2, message, advice)
  }
}

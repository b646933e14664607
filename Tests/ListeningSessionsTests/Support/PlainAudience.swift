import ListeningSessions
import ListeningSessionsTestSupport

/// The listeners of songs counted once more, from text, without the domain's rules for profiles.
struct PlainAudience {
  /// Texts, because strings are equal in more ways than bytes are.
  private(set) var rows: [Text] = []
  private(set) var matched = 0
  private(set) var profileRows = 0
  var profileUsers: Int { profiles.count }

  /// The fields of each user's row: id, gender, age, country, registered.
  private var profiles: [String: [String]] = [:]

  /// Counts for every song of the report, by scanning all its listens for each value.
  init(of report: AnalysisReport, profiles bytes: [UInt8]) throws {
    let tracks = try NamedTrack.bySession(of: report.ranking)
    readProfiles(bytes)
    var listeners: Set<String> = []
    for ranked in report.topSongs {
      let plays = zip(report.topSessions, tracks).flatMap { session, tracks in
        tracks.filter { $0.song == ranked.song }.map { _ in session.session.userID.description }
      }
      listeners.formUnion(plays)
      for attribute in ["country", "age_band", "gender", "sign_up_year"] {
        let values = plays.map { Text(value(attribute, of: $0)) }
        let lines = Set(values).map { value in
          (
            value, Set(zip(plays, values).filter { $1 == value }.map(\.0)).count,
            values.count { $0 == value }
          )
        }
        rows += lines.sorted { Self.key($0) < Self.key($1) }.map {
          Text("\(ranked.rank) \(attribute) \($0.0) \($0.1) \($0.2)")
        }
      }
    }
    matched = listeners.count { profiles[$0] != nil }
  }

  /// Numbers are turned round and padded, so that the text orders as the table does.
  private static func key(_ line: (value: Text, listeners: Int, plays: Int)) -> Text {
    let places = ["known": 0, "blank": 1, "invalid": 2, "no_profile": 3]
    let status = line.value.description.prefix { $0 != " " }
    let numbers = "\(9_999_999 - line.listeners) \(9_999_999 - line.plays)"
    let start = "\(places[String(status)] ?? 9) \(numbers) "
    return Text(utf8: Array(start.utf8) + line.value.utf8)
  }

  private mutating func readProfiles(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A).dropFirst()
    for line in lines where line != [0x0D] {
      profileRows += 1
      guard let text = String(validating: line, as: UTF8.self) else { continue }
      let content = text.utf8.last == 0x0D ? String(text.unicodeScalars.dropLast()) : text
      let fields = content.split(separator: "\t", omittingEmptySubsequences: false)
        .map(String.init)
      guard fields.count == 5, !Self.isBlank(fields[0]), profiles[fields[0]] == nil else {
        continue
      }
      profiles[fields[0]] = fields
    }
  }

  private func value(_ attribute: String, of user: String) -> String {
    guard let fields = profiles[user] else { return "no_profile " }
    let index = ["gender": 1, "age_band": 2, "country": 3, "sign_up_year": 4][attribute] ?? 0
    if Self.isBlank(fields[index]) { return "blank " }
    switch attribute {
    case "age_band": return Self.band(of: fields[index])
    case "sign_up_year": return Self.year(of: fields[index])
    default: return "known \(fields[index])"
    }
  }

  private static func band(of age: String) -> String {
    guard age.wholeMatch(of: /[0-9]{1,3}/) != nil, let years = Int(age) else { return "invalid " }
    switch years {
    case 1..<18: return "known 1-17"
    case 18..<25: return "known 18-24"
    case 25..<65:
      let first = (years - 5) / 10 * 10 + 5
      return "known \(first)-\(first + 9)"
    case 65..<121: return "known 65+"
    default: return "invalid "
    }
  }

  private static func year(of date: String) -> String {
    guard let match = date.wholeMatch(of: /([A-Z][a-z]{2}) ([0-9]{1,2}), ([0-9]{4})/),
      let year = Int(match.3), 1970...2105 ~= year, let day = Int(match.2)
    else { return "invalid " }
    let names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ")
    var walked = WalkedDay(year: year)
    while walked.year == year {
      if names[walked.month - 1] == match.1, walked.day == day { return "known \(year)" }
      walked.advance()
    }
    return "invalid "
  }

  private static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.generalCategory == .control
    }
  }
}

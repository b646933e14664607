import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct ListenerProfilesTests {
  private static let header = "#id\tgender\tage\tcountry\tregistered\n"

  @Test func aRowIsTheProfileOfItsUser() throws {
    let profiles = try read("user_000001\tm\t24\tJapan\tAug 13, 2006\n")
    let profile = try #require(profiles["user_000001"])
    #expect(
      ProfileAttribute.allCases.map { profile[$0] } == [
        .known("Japan"), .known("18-24"), .known("m"), .known("2006"),
      ])
    #expect(profiles["user_000002"] == nil)
    #expect(profiles.path == "p.tsv")
    #expect((profiles.rows, profiles.blankLines, profiles.users) == (1, 0, 1))
    #expect(profiles.findings.count == ProfileFault.allCases.count)
    #expect(profiles.findings.values.allSatisfy { $0.count == 0 && $0.lines == [] })
  }

  @Test(
    arguments: [
      ("", ProfileValue.blank), (" ", .blank), ("\u{A0}", .blank), ("1", .known("1-17")),
      ("17", .known("1-17")), ("18", .known("18-24")), ("24", .known("18-24")),
      ("25", .known("25-34")), ("34", .known("25-34")), ("35", .known("35-44")),
      ("44", .known("35-44")), ("45", .known("45-54")), ("54", .known("45-54")),
      ("55", .known("55-64")), ("64", .known("55-64")), ("65", .known("65+")),
      ("120", .known("65+")), ("018", .known("18-24")), ("0", .invalid), ("121", .invalid),
      ("-24", .invalid), ("+24", .invalid), (" 24", .invalid), ("24.0", .invalid),
      ("0024", .invalid), ("99999999999999999999", .invalid), ("\u{662}", .invalid),
    ])
  func agesFallIntoBands(age: String, value: ProfileValue) throws {
    let profiles = try read("u\tm\t\(age)\tJapan\t\n")
    #expect(profiles["u"]?[.ageBand] == value)
    #expect(profiles.findings[.invalidAge]?.lines == (value == .invalid ? [2] : []))
    #expect(profiles["u"]?[.country] == .known("Japan"))
  }

  @Test(
    arguments: [
      ("", ProfileValue.blank), (" ", .blank),
      ("Aug 13, 2006", .known("2006")), ("Aug 3, 2006", .known("2006")),
      ("Aug 03, 2006", .known("2006")), ("Feb 29, 2004", .known("2004")),
      ("Jan 1, 1970", .known("1970")), ("Dec 31, 2105", .known("2105")),
      ("Feb 29, 2005", .invalid), ("Feb 29, 2100", .invalid), ("Sep 31, 2006", .invalid),
      ("Aug 0, 2006", .invalid), ("Dec 31, 1969", .invalid), ("Jan 1, 2106", .invalid),
      ("aug 13, 2006", .invalid), ("August 13, 2006", .invalid), ("Aug 13 2006", .invalid),
      ("Aug  13, 2006", .invalid), ("Aug 13,2006", .invalid), ("Aug 13, 06", .invalid),
      ("Aug 013, 2006", .invalid), ("Aug , 2006", .invalid), ("Aug 13, 2006 ", .invalid),
      ("2006-08-13", .invalid), ("13 Aug, 2006", .invalid), ("Aug 1x, 2006", .invalid),
    ])
  func theYearIsThatOfADateInTheCalendar(date: String, value: ProfileValue) throws {
    let profiles = try read("u\tm\t24\tJapan\t\(date)\n")
    #expect(profiles["u"]?[.signUpYear] == value)
    #expect(profiles.findings[.invalidRegistered]?.lines == (value == .invalid ? [2] : []))
  }

  @Test(
    arguments: [
      ("Jan", 31), ("Feb", 29), ("Mar", 31), ("Apr", 30), ("May", 31), ("Jun", 30), ("Jul", 31),
      ("Aug", 31), ("Sep", 30), ("Oct", 31), ("Nov", 30), ("Dec", 31),
    ])
  func everyMonthHasItsDays(month: String, days: Int) throws {
    let profiles = try read(
      "last\t\t\t\t\(month) \(days), 2008\nlater\t\t\t\t\(month) \(days + 1), 2008\n")
    #expect(profiles["last"]?[.signUpYear] == .known("2008"))
    #expect(profiles["later"]?[.signUpYear] == .invalid)
  }

  @Test func countriesAndGendersAreTakenAsTheyAre() throws {
    let profiles = try read("u\t M\t\tCôte d'Ivoire \"x\"\t\nv\t\u{3000}\t\t\u{85}\t\n")
    #expect(profiles["u"]?[.gender] == .known(" M"))
    #expect(profiles["u"]?[.country] == .known("Côte d'Ivoire \"x\""))
    #expect(profiles["v"]?[.gender] == .blank)
    #expect(profiles["v"]?[.country] == .blank)
  }

  @Test func aRowThatCannotBeTakenIsCountedUnderItsFirstFault() throws {
    let rows: [([UInt8], ProfileFault)] = [
      (Array("a\tm\t24\tJapan".utf8), .fieldCount),
      (Array("a\tm\t24\tJapan\t\t".utf8), .fieldCount),
      ([0xFF, 0x09], .fieldCount),
      (Array("\tm\t24\t".utf8) + [0xC3, 0x09], .invalidUTF8),
      (Array(" \tm\told\tJapan\tsoon".utf8), .missingUser),
      (Array("u\tf\told\tPeru\tsoon".utf8), .duplicateUser),
    ]
    let text = Array("u\tm\t24\tJapan\t\n".utf8) + rows.flatMap { $0.0 + [0x0A] }
    let profiles = try ListenerProfiles(of: Array(Self.header.utf8) + text, path: "p.tsv")
    for fault in ProfileFault.allCases {
      let lines = rows.indices.filter { rows[$0].1 == fault }.map { $0 + 3 }
      #expect(profiles.findings[fault]?.lines == lines, "\(fault)")
      #expect(profiles.findings[fault]?.count == lines.count, "\(fault)")
    }
    #expect((profiles.rows, profiles.users) == (7, 1))
    #expect(profiles["u"]?[.country] == .known("Japan"))
  }

  @Test func oneRowCanHaveTwoInvalidValues() throws {
    let profiles = try read("u\tm\told\tJapan\tsoon\n")
    #expect(profiles.findings[.invalidAge]?.lines == [2])
    #expect(profiles.findings[.invalidRegistered]?.lines == [2])
    #expect((profiles.rows, profiles.users) == (1, 1))
  }

  @Test func lineNumbersAreKeptOfTheFirstFindingsOnly() throws {
    let profiles = try read(String(repeating: "nonsense\n", count: 30))
    #expect(profiles.findings[.fieldCount]?.count == 30)
    #expect(profiles.findings[.fieldCount]?.lines == Array(2..<22))
  }

  @Test(arguments: ["\n", "\r\n"])
  func linesEndAsInHistories(end: String) throws {
    let rows = ["u\t\t\t\t", "", "v\t\t\tJapan\tsoon", "w\r\t\t\tJapan\t"]
    let text = "\u{FEFF}" + Self.header.dropLast() + end + rows.joined(separator: end)
    let profiles = try ListenerProfiles(of: Array(text.utf8), path: "p.tsv")
    #expect((profiles.rows, profiles.blankLines, profiles.users) == (3, 1, 3))
    #expect(profiles["u"]?[.signUpYear] == .blank)
    #expect(profiles["w\r"]?[.country] == .known("Japan"))
    #expect(profiles.findings[.invalidRegistered]?.lines == [4])
    #expect(profiles.byteCount == text.utf8.count)
  }

  @Test(
    arguments: [
      "#id\tgender\tage\tcountry\tregistered", "ID\tGender\tAGE\tCountry\tRegistered\r",
      "userid\tgender\tage\tcountry\tregistered", "user_id\tgender\tage\tcountry\tregistered",
    ])
  func theHeaderIsKnownByItsColumns(header: String) throws {
    #expect(try ListenerProfiles(of: Array(header.utf8), path: "p.tsv").rows == 0)
  }

  @Test(
    arguments: [
      "\n", "u\tm\t24\tJapan\tAug 13, 2006\n", "#id\tgender\tage\tcountry\n",
      "#id\tage\tgender\tcountry\tregistered\n", "#id,gender,age,country,registered\n",
      "#id\tgender\tage\tcountry\tregistered\t\n", "\n\(header)", "\u{1F}\u{8B}\u{8}",
    ])
  func withoutAHeaderNothingIsTaken(text: String) throws {
    let error = try refusal(text)
    #expect(error.code == .unusableProfiles)
    #expect(error.message == "p.tsv:1: the first line is no header of profiles")
    #expect(error.advice == ListenerProfiles.advice)
  }

  @Test(arguments: ["", "\u{FEFF}"])
  func anEmptyFileIsNoInput(text: String) throws {
    let error = try refusal(text)
    #expect(error.code == .noInput)
    #expect(error.message == "no profiles in p.tsv: it is empty")
  }

  @Test func everyFaultSaysWhatToDo() {
    #expect(Set(ProfileFault.allCases.map(\.advice)).count == ProfileFault.allCases.count)
  }

  private func read(_ rows: String) throws -> ListenerProfiles {
    try ListenerProfiles(of: Array((Self.header + rows).utf8), path: "p.tsv")
  }

  private func refusal(_ text: String) throws -> AnalysisError {
    try #require(throws: AnalysisError.self) {
      try ListenerProfiles(of: Array(text.utf8), path: "p.tsv")
    }
  }
}

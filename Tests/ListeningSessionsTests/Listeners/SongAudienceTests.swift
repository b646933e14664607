import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct SongAudienceTests {
  @Test func listenersAndPlaysAreCountedByValue() throws {
    var listens = RankedListens()
    listens.add("a", tracks: ["x", "x", "y"])
    listens.add("b", tracks: ["x"])
    listens.add("a", tracks: ["x"])
    listens.add("c", tracks: ["x", "z"])
    let audience = try audience(
      of: listens.report(AnalysisSettings(topSongs: 1)),
      "a\tm\t24\tJapan\tAug 13, 2006", "b\tf\t24\tPeru\t")
    #expect(
      audience.groups.map(row) == [
        "1 country known Japan 1 3", "1 country known Peru 1 1", "1 country no_profile  1 1",
        "1 age_band known 18-24 2 4", "1 age_band no_profile  1 1",
        "1 gender known m 1 3", "1 gender known f 1 1", "1 gender no_profile  1 1",
        "1 sign_up_year known 2006 1 3", "1 sign_up_year blank  1 1",
        "1 sign_up_year no_profile  1 1",
      ])
    #expect(audience.listenerCount == 3)
    #expect(audience.matchedCount == 2)
  }

  @Test func groupsOrderByListenersThenPlaysThenBytes() throws {
    var listens = RankedListens()
    for user in ["1", "2", "3", "4", "5", "6", "7", "8"] { listens.add(Text(user), tracks: ["x"]) }
    listens.add("4", tracks: ["x"])
    let audience = try audience(
      of: listens.report(), "1\t\t\tzz\t", "2\t\t\tzz\t", "3\t\t\tb\t", "4\t\t\tc\t",
      "5\t\t\tB\t", "6\t\t\t\t", "7\t\t\t \t")
    let countries = audience.groups.filter { $0.attribute == .country }
    #expect(
      countries.map(row) == [
        "1 country known zz 2 2", "1 country known c 1 2", "1 country known B 1 1",
        "1 country known b 1 1", "1 country blank  2 2", "1 country no_profile  1 1",
      ])
  }

  @Test func whatIsNoValueComesLastHoweverManyItIs() throws {
    var listens = RankedListens()
    for user in ["1", "2", "3", "4", "5", "6"] { listens.add(Text(user), tracks: ["x"]) }
    let audience = try audience(
      of: listens.report(), "1\t\told\t\t", "2\t\t0\t\t", "3\t\t\t\t", "4\t\t30\t\t")
    let bands = audience.groups.filter { $0.attribute == .ageBand }
    #expect(
      bands.map(row) == [
        "1 age_band known 25-34 1 1", "1 age_band blank  1 1", "1 age_band invalid  2 2",
        "1 age_band no_profile  2 2",
      ])
  }

  @Test func withoutSongsThereIsNobody() throws {
    let audience = try audience(of: RankedListens().report(), "1\t\t\tPeru\t")
    #expect(audience.groups == [])
    #expect((audience.listenerCount, audience.matchedCount) == (0, 0))
    #expect(audience.profiles.users == 1)
  }

  @Test(arguments: UInt64(0)..<100)
  func theGroupsAreThoseOfAPlainCount(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let users = (0..<Int.random(in: 1...9, using: &generator)).map { Text("u\($0)") }
    var listens = RankedListens()
    for _ in 0..<Int.random(in: 0...20, using: &generator) {
      let tracks = (0...Int.random(in: 0...9, using: &generator)).map { _ in
        Text(generator.pick(["p", "q", "r", "s", "t"]))
      }
      listens.add(generator.pick(users), tracks: tracks)
    }
    let report = listens.report(AnalysisSettings(topSongs: generator.pick([1, 3, 9])))
    let bytes = RandomProfiles.bytes(for: users, seed: seed)
    let profiles = try ListenerProfiles(of: bytes, path: "p.tsv")
    let audience = try SongAudience(of: report, profiles: profiles)
    let plain = try PlainAudience(of: report, profiles: bytes)
    #expect(audience.groups.map { Text(row($0)) } == plain.rows, "seed \(seed)")
    #expect(audience.matchedCount == plain.matched, "seed \(seed)")
    #expect(profiles.rows == plain.profileRows, "seed \(seed)")
    #expect(profiles.users == plain.profileUsers, "seed \(seed)")
    for song in report.topSongs {
      for attribute in ProfileAttribute.allCases {
        let groups = audience.groups.filter {
          $0.songRank == song.rank && $0.attribute == attribute
        }
        #expect(groups.reduce(0) { $0 + $1.playCount } == song.playCount, "seed \(seed)")
        #expect(groups.reduce(0) { $0 + $1.listenerCount } == song.listenerCount, "seed \(seed)")
      }
    }
  }

  private func audience(of report: AnalysisReport, _ rows: String...) throws -> SongAudience {
    let text = "#id\tgender\tage\tcountry\tregistered\n" + rows.joined(separator: "\n")
    return try SongAudience(
      of: report, profiles: ListenerProfiles(of: Array(text.utf8), path: "p.tsv"))
  }

  private func row(_ group: SongAudience.Group) -> String {
    "\(group.songRank) \(group.attribute.rawValue) \(group.value.status) \(group.value.text) "
      + "\(group.listenerCount) \(group.playCount)"
  }
}

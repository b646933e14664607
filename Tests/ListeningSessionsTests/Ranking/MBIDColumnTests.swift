import ListeningSessions
import Testing

struct MBIDColumnTests {
  @Test func givesBackWhatItTook() {
    var mbids = MBIDColumn()
    let ids: [(Text, Text)] = [("a", "t"), ("", ""), ("", "u"), ("ab", ""), ("a", "t")]
    #expect(ids.map { mbids.append(artist: $0, track: $1) } == [0, 1, 2, 3, 4])
    #expect(ids.indices.map { mbids.artistMBID($0) } == ids.map(\.0))
    #expect(ids.indices.map { mbids.trackMBID($0) } == ids.map(\.1))
  }

  @Test func findsIdsAmongOtherText() {
    let mbids = MBIDColumn(
      text: Array("xxa-b\tname\tt\t".utf8),
      places: [
        MBIDColumn.Place(artist: 2..<5, track: 11..<12),
        MBIDColumn.Place(artist: 2..<2, track: 11..<11),
      ])
    #expect(mbids.artistMBID(0) == "a-b" && mbids.trackMBID(0) == "t")
    #expect(mbids.artistMBID(1) == "" && mbids.trackMBID(1) == "")
  }
}

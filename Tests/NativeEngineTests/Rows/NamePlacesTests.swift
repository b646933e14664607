import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct NamePlacesTests {
  @Test func theFieldsAreBetweenTheTabs() throws {
    let places = try #require(Self.places("am\tartist\ttm\ttrack"))
    #expect(places.mbids == MBIDColumn.Place(artist: 100..<102, track: 110..<112))
    #expect(places.artistName == 103..<109)
    #expect(places.trackName == 113..<118)
  }

  @Test func emptyIDsHavePlacesToo() throws {
    let places = try #require(Self.places("\ta\t\tt"))
    #expect(places.mbids == MBIDColumn.Place(artist: 100..<100, track: 103..<103))
    #expect(places.artistName == 101..<102 && places.trackName == 104..<105)
  }

  @Test func oneCarriageReturnAtTheEndIsNoneOfTheName() throws {
    #expect(try #require(Self.places("\ta\t\tt\r")).trackName == 104..<105)
    #expect(try #require(Self.places("\ta\t\tt\r\r")).trackName == 104..<106)
    #expect(try #require(Self.places("\ta\t\t\r")).trackName == 104..<104)
  }

  @Test(arguments: ["", "a", "\ta\tt", "\ta\t\tt\t", "\t\t\t\t\t\t"])
  func textsOfFewerOrMoreFieldsHaveNone(text: String) {
    #expect(Self.places(text) == nil)
  }

  private static func places(_ text: String) -> NamePlaces? {
    NamePlaces(in: Array(text.utf8).span, at: 100)
  }
}

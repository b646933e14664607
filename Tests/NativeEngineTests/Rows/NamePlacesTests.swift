import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct NamePlacesTests {
  @Test func theFieldsAreBetweenTheTabs() throws {
    let places = try #require(Self.places("am\tartist\ttm\ttrack"))
    #expect(places.artistMBID == 0..<2)
    #expect(places.artistName == 3..<9)
    #expect(places.trackMBID == 10..<12)
    #expect(places.trackName == 13..<18)
  }

  @Test func emptyIDsHavePlacesToo() throws {
    let places = try #require(Self.places("\ta\t\tt"))
    #expect(places.artistMBID.isEmpty && places.trackMBID == 3..<3)
    #expect(places.artistName == 1..<2 && places.trackName == 4..<5)
  }

  @Test func oneCarriageReturnAtTheEndIsNoneOfTheName() throws {
    #expect(try #require(Self.places("\ta\t\tt\r")).trackName == 4..<5)
    #expect(try #require(Self.places("\ta\t\tt\r\r")).trackName == 4..<6)
    #expect(try #require(Self.places("\ta\t\t\r")).trackName == 4..<4)
  }

  @Test(arguments: ["", "a", "\ta\tt", "\ta\t\tt\t", "\t\t\t\t\t\t"])
  func textsOfFewerOrMoreFieldsHaveNone(text: String) {
    #expect(Self.places(text) == nil)
  }

  private static func places(_ text: String) -> NamePlaces? {
    NamePlaces(in: Array(text.utf8).span)
  }
}

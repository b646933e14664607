import ListeningSessions
import Testing

@testable import Reporting

struct UserLabelTests {
  @Test func aUserIsAShortHashThatIsTheSameEverywhere() {
    // FNV-1a of "a" is af63dc4c8601ec8c.
    #expect(UserLabel(showsUsers: false).text(of: "a") == "user#af63dc4c8601")
    #expect(UserLabel(showsUsers: false).text(of: "b") != "user#af63dc4c8601")
  }

  @Test func aUserIsShownWhereThatWasAskedFor() {
    #expect(UserLabel(showsUsers: true).text(of: "user_000001") == "user_000001")
  }

  @Test(arguments: [true, false])
  func whereNoUserStandsThereIsNone(showsUsers: Bool) {
    #expect(UserLabel(showsUsers: showsUsers).text(of: "") == nil)
  }
}

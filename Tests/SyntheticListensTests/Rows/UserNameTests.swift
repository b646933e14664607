import Testing

@testable import SyntheticListens

struct UserNameTests {
  @Test(
    "Ids have six digits, or seven if they must",
    arguments: zip(
      [1, 992, 999_999, 1_000_000], ["user_000001", "user_000992", "user_999999", "user_1000000"]))
  func digits(user: UInt32, name: String) {
    #expect(rendered { UserName.append(user, to: &$0) } == Array(name.utf8))
  }
}

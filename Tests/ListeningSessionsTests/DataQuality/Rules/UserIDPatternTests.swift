import ListeningSessions
import Testing

struct UserIDPatternTests {
  @Test(arguments: [
    ("user_######", "user_000001"), ("*", ""), ("*", "anything"), ("", ""), ("?", "x"),
    ("?", "\u{1F3B6}"), ("a*", "a"), ("a*", "abc"), ("*a", "bca"), ("*a", "aaa"),
    ("a*b*c", "aXbYbZc"), ("*ab", "aab"), ("**", "x"), ("#*#", "1x2"), ("*#?", "ab12"),
    ("\u{FC}ser", "\u{FC}ser"),
  ])
  func matches(pattern: String, id: String) {
    #expect(UserIDPattern(pattern).matches(Text(id)))
  }

  @Test(arguments: [
    ("user_######", "user_00001"), ("user_######", "user_0000010"), ("user_######", "user_00000x"),
    ("user_######", "User_000001"), ("#", "\u{661}"), ("?", ""), ("?", "xy"), ("", "x"),
    ("a*b", "a"), ("a*b", "abc"), ("*a", "ab"), ("a*b*c", "aXcYb"), ("\u{FC}", "u\u{308}"),
  ])
  func doesNotMatch(pattern: String, id: String) {
    #expect(!UserIDPattern(pattern).matches(Text(id)))
  }

  @Test(arguments: ["a b", " ", "\u{A0}", "a\u{3000}", "\u{7F}", "a\u{85}", "\u{0}"])
  func idsWithWhiteSpaceOrControlCharactersHaveNoForm(id: String) {
    #expect(!UserIDPattern.standard.matches(Text(id)))
    #expect(!UserIDPattern(id).matches(Text(id)))
  }

  @Test func zeroWidthSpaceIsNoWhiteSpace() {
    #expect(UserIDPattern.standard.matches("\u{200B}"))
  }

  @Test func manyStarsStayQuick() {
    let pattern = UserIDPattern(String(repeating: "*a", count: 50) + "b")
    #expect(!pattern.matches(Text(String(repeating: "a", count: 2000))))
  }
}

import Testing

@testable import Reporting

struct TextTableTests {
  @Test func columnsAreAsWideAsTheirWidestCell() {
    var table = TextTable([("#", .right), ("name", .left), ("n", .right)])
    table.append(["1", "a", "1,000"])
    table.append(["10", "longer name", "1"])
    #expect(
      table.lines == [
        " #  name             n", " 1  a            1,000", "10  longer name      1",
      ])
  }

  @Test func noLineEndsInSpaces() {
    var table = TextTable([("n", .right), ("name", .left)])
    table.append(["1", "a"])
    table.append(["2", ""])
    #expect(table.lines == ["n  name", "1  a", "2"])
  }

  @Test func withoutRowsTheTitlesStay() {
    #expect(TextTable([("a", .left), ("b", .left)]).lines == ["a  b"])
  }

  @Test(arguments: ["\u{1B}[31m", "\n", "\r", "\u{7}", "\u{0}", "\u{9B}", "\t", "\r\n"])
  func controlCharactersDoNotReachTheTerminal(text: String) {
    var table = TextTable([("name", .left)])
    table.append(["a\(text)b"])
    let scalars = table.lines.joined().unicodeScalars
    #expect(scalars.allSatisfy { $0.properties.generalCategory != .control })
    #expect(scalars.contains("\u{FFFD}"))
  }

  @Test func charactersAreCountedNotBytes() {
    var table = TextTable([("name", .left), ("n", .right)])
    table.append(["\u{5742}\u{672C}", "1"])
    table.append(["e\u{301}a", "1"])
    #expect(table.lines == ["name  n", "\u{5742}\u{672C}    1", "e\u{301}a    1"])
  }
}

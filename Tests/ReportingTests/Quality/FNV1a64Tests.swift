import Testing

@testable import Reporting

struct FNV1a64Tests {
  /// The vectors are those that the hash's authors published.
  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
  ])
  func agreesWithThePublishedVectors(text: String, hex: String) {
    #expect(FNV1a64(text).hex == hex)
  }

  @Test func fieldsDoNotRunIntoEachOther() {
    #expect(hash("ab", "c") != hash("a", "bc"))
    #expect(hash("ab") != hash("ab", ""))
    #expect(hash("ab", "c") == hash("ab", "c"))
  }

  private func hash(_ fields: String...) -> String {
    var hash = FNV1a64()
    for field in fields { hash.combine(field: field) }
    return hash.hex
  }
}

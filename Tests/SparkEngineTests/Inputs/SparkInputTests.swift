import Testing

@testable import SparkEngine

struct SparkInputTests {
  @Test(arguments: [
    ("file:/a%20b", "file:/a b"), ("file:/100%25", "file:/100%"), ("file:/%C5%BB", "file:/Ż"),
    ("file:/a%", "file:/a%"), ("file:/a%zz", "file:/a%zz"),
  ])
  func theEscapesOfALocationAreUndone(location: String, plain: String) {
    #expect(SparkInput(path: "", location: location, byteCount: 0).plainLocation == plain)
  }
}

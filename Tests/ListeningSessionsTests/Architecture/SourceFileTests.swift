import Testing

struct SourceFileTests {
  private let file = SourceFile(
    path: "X.swift",
    text: """
      public import Alpha
      @testable import Beta
      import struct Gamma.Thing
      #if os(Linux)
        internal import Delta  // for Epsilon
      #endif

      /// An import of words, and an UnsafePointer in a comment.
      @safe public final class First {
        struct Nested {}
        let other = unsafe Third().count
      }
      protocol Second {}
      """)

  @Test func findsImportsOfEveryForm() throws {
    #expect(try file.imports == ["Alpha", "Beta", "Gamma", "Delta"])
  }

  @Test func findsTypesOfTheTopLevelOnly() throws {
    #expect(try file.declaredTypes == ["First", "Second"])
  }

  @Test func wordsAreThoseOfTheCodeOnly() {
    #expect(file.words.isSuperset(of: ["Third", "Nested", "count", "unsafe"]))
    #expect(file.words.isDisjoint(with: ["UnsafePointer", "Epsilon"]))
  }
}

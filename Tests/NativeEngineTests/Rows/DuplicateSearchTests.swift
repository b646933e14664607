import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct DuplicateSearchTests {
  @Test(arguments: [1, 2, 3, 7, 1 << 20], ["tsv", "gz", "zip"])
  func bytesDecideInAnyNumberOfPasses(rowsInPass: Int, form: String) throws {
    let directory = try TemporaryDirectory()
    // Groups of rows that may be equal; numbers are songs, and the first of each song stays.
    let groups = [[1, 1], [1, 2, 1, 2], [3, 4], [5, 5, 5], [6, 7, 8, 6]]
    let lines = groups.joined().map { "u\t2009-05-04T23:08:57Z\t\tartist\t\t\($0)\n" }
    let lineLength = 34
    let plain = try directory.write(lines.joined(), to: "listens.tsv")
    let path = form == "tsv" ? plain : try Packing.pack(form, [plain], to: "\(plain).packed")
    let inputs = try InputSet.open([path], temporaryDirectory: directory.path)
      .withByteCounts([lines.joined().utf8.count])
    let candidates = DuplicateCandidates()
    var place = 0
    var expected: [Int] = []
    for (group, songs) in groups.enumerated() {
      let records = songs.indices.map { index in
        if songs[..<index].contains(songs[index]) { expected.append((place + index) * lineLength) }
        return ListenRecord(
          seconds: 5, position: UInt64((place + index) * lineLength), nameHash: UInt64(group))
      }
      unsafe records.withUnsafeBufferPointer { unsafe candidates.take($0) }
      place += songs.count
    }
    #expect(lines.allSatisfy { $0.utf8.count == lineLength })
    let search = DuplicateSearch(inputs, rowsInPass: rowsInPass)
    #expect(try search.positions(in: candidates.runs) == expected)
  }
}

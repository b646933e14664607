import ListeningSessionsTestSupport
import Testing

@testable import NativeEngine

struct PackedFormatTests {
  @Test(
    arguments: zip(
      Packing.forms,
      [.gzip, .gzip, .zstd, .xz, .bzip2, .tar, .gzip, .zstd, .zip, .zip] as [PackedFormat]))
  func everyFormIsToldByItsFirstBytes(form: String, format: PackedFormat) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Array("some\ttext\n".utf8), to: "text")
    try Packing.pack(form, [path], to: "\(directory.path)/packed")
    let bytes = try directory.bytes(of: "packed")
    #expect(PackedFormat(Array(bytes.prefix(PackedFormat.markLength))) == format)
  }

  @Test(arguments: [
    "", "\n", "BZh91AY&SY\t2009-05-04T23:08:57Z\t\ta\t\tb\n",
    "PK\t2009-05-04T23:08:57Z\t\ta\t\tb\n",
    "ustar\t2009-05-04T23:08:57Z\t\ta\t\tb\n", "user_1\t2009-05-04T23:08:57Z\t\ta\t\tb\n",
  ])
  func textIsNotPacked(text: String) {
    #expect(PackedFormat(Array(text.utf8)) == nil)
  }

  @Test func textWithTheWordOfTarInItsPlaceIsNotPacked() {
    var bytes = Array(repeating: UInt8(ascii: "0"), count: PackedFormat.markLength)
    bytes.replaceSubrange(257..<262, with: Array("ustar".utf8))
    #expect(PackedFormat(bytes) == nil)
  }

  @Test(arguments: UInt64(0)..<20)
  func randomHistoriesAreNotPacked(seed: UInt64) {
    for file in RandomHistory(seed: seed).files {
      #expect(PackedFormat(Array(file.prefix(PackedFormat.markLength))) == nil, "seed \(seed)")
    }
  }
}

import Testing

@testable import SyntheticListens

struct FaultFormsTests {
  @Test("Each form of a fault has that fault as the first that applies", arguments: RowKind.rejects)
  func firstReason(kind: RowKind) {
    let renderer = RowRenderer()
    #expect(FaultForms.count(of: kind) >= 3)
    for form in 0..<FaultForms.count(of: kind) {
      // Also with songs whose artist or track has no identifier, or a strange name.
      for artist in UInt32(0)..<300 {
        let song = SongID(artist: artist, number: UInt16(artist % 7))
        let row = SyntheticRow(
          second: 1000 + artist, user: 12, song: song, kind: kind, form: UInt8(form))
        var block = [UInt8](repeating: 0, count: 1024)
        var end = 0
        renderer.append(row, to: &block, at: &end)
        #expect(block[end - 1] == 0x0A)
        #expect(!block[..<(end - 1)].contains(0x0A))
        #expect(PlainRow(line: block[..<(end - 1)]).verdict == kind.reason, "form \(form)")
      }
    }
  }

  @Test(
    "Sound rows and blank lines have no faulty field", arguments: [RowKind.listen, .copy, .blank])
  func noFault(kind: RowKind) {
    #expect(FaultForms.fieldFault(kind, form: 0)?.bytes == nil)
  }
}

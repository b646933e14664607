import ListeningSessions
import ListeningSessionsTestSupport
import NativeEngine
import Testing

/// What cannot be unpacked whole gives an error, never a part of an answer.
struct DamagedArchiveTests {
  private let directory: TemporaryDirectory
  private let plain: String

  init() throws {
    directory = try TemporaryDirectory()
    var generator = SeededGenerator(seed: 1)
    // Names that do not shrink much, so that every part of the packed file counts.
    let rows = (0..<4000).map { row in
      "u\t2009-05-04T23:08:57Z\t\t\(generator.next())\t\t\(row) \(generator.next())\n"
    }
    plain = try directory.write(rows.joined(), to: "listens.tsv")
  }

  @Test(arguments: ["gz", "zst", "xz", "bz2", "tar", "tar.gz", "tar.zst", "zip", "stored.zip"])
  func aFileThatIsCutOffIsAnError(form: String) async throws {
    let whole = try packed(form)
    for count in [whole.count * 9 / 10, whole.count / 2, whole.count / 10] {
      let path = try directory.write(Array(whole.prefix(count)), to: "cut")
      let error = await #expect(throws: AnalysisError.self, "\(count) bytes") {
        try await NativeEngine().answer([path])
      }
      #expect(error?.code == .inputOutput, "\(count) bytes")
      #expect(error?.message.hasPrefix("cannot unpack \(path): ") == true)
    }
  }

  @Test(arguments: ["gz", "zst", "xz", "bz2", "tar.gz", "tar.zst", "zip", "stored.zip"])
  func aFileWithAChangedBitIsAnError(form: String) async throws {
    let whole = try packed(form)
    for place in [whole.count / 3, whole.count / 2] {
      var changed = whole
      changed[place] ^= 0x10
      let path = try directory.write(changed, to: "changed")
      let error = await #expect(throws: AnalysisError.self, "byte \(place)") {
        try await NativeEngine().answer([path])
      }
      #expect(error?.code == .inputOutput, "byte \(place)")
    }
  }

  @Test(arguments: 1...8)
  func theChecksumAndTheLengthAtTheEndOfGzipAreChecked(fromEnd: Int) async throws {
    var changed = try packed("gz")
    changed[changed.count - fromEnd] ^= 1
    let path = try directory.write(changed, to: "changed")
    let error = await #expect(throws: AnalysisError.self) {
      try await NativeEngine().answer([path])
    }
    #expect(error?.code == .inputOutput)
    #expect(error?.message.contains("incorrect") == true, "\(error?.message ?? "")")
  }

  @Test func whatFollowsGzipMustBeGzipOrZeros() async throws {
    let whole = try packed("gz")
    let padded = try directory.write(whole + Array(repeating: 0, count: 1000), to: "padded")
    #expect(try await NativeEngine().answer([padded]).report.counts.rows == 4000)
    let followed = try directory.write(whole + Array("more".utf8), to: "followed")
    let error = await #expect(throws: AnalysisError.self) {
      try await NativeEngine().answer([followed])
    }
    #expect(error?.code == .inputOutput)
  }

  @Test func manyEmptyPiecesOfGzipAreNothing() async throws {
    let empty = try directory.write("", to: "empty")
    try Packing.pack("gz", [empty], to: "\(directory.path)/piece")
    let piece = try directory.bytes(of: "piece")
    let path = try directory.write(
      Array(repeatElement(piece, count: 20_000).joined()), to: "pieces")
    #expect(try await NativeEngine().answer([path]).report.counts.rows == 0)
  }

  @Test(arguments: ["gz", "zst", "tar", "tar.gz", "tar.zst", "zip"])
  func moreThanTheLargestExpansionIsRefused(form: String) async throws {
    let path = "\(directory.path)/packed"
    try Packing.pack(form, [plain], to: path)
    let content = try directory.bytes(of: "listens.tsv").count
    var options = NativeEngine.Options(threads: 2)
    options.blockSize = 4096
    options.packed.largestExpansion = content / 2
    let error = await #expect(throws: AnalysisError.self) {
      try await NativeEngine(options).answer([path])
    }
    #expect(error?.code == .inputOutput)
    #expect(error?.message == "\(path) unpacks to more than \(content / 2) bytes")
    #expect(error?.advice.contains("--max-expanded-size") == true)
    // Blocks of tar, and what stands before a member.
    options.packed.largestExpansion = content + 20_000
    #expect(try await NativeEngine(options).answer([path]).report.counts.rows == 4000)
  }

  @Test(arguments: ["tar.gz", "tar.zst"])
  func whatStandsBeforeTheHistoryCountsToo(form: String) async throws {
    let path = "\(directory.path)/packed"
    let small = try directory.write("x\n", to: "small.tsv")
    try Packing.pack(form, ["\(plain)=bomb.bin", small], to: path)
    var options = NativeEngine.Options(threads: 1)
    options.packed.largestExpansion = 100_000
    let error = await #expect(throws: AnalysisError.self) {
      try await NativeEngine(options).answer([path])
    }
    #expect(error?.message == "\(path) unpacks to more than 100000 bytes")
  }

  @Test(arguments: ["gz", "zst", "tar", "zip"])
  func packedInsidePackedIsRefused(inner: String) async throws {
    try Packing.pack(inner, [plain], to: "\(directory.path)/inner.tsv")
    for outer in ["tar", "tar.gz", "zip"] {
      let path = "\(directory.path)/outer"
      try Packing.pack(outer, ["\(directory.path)/inner.tsv"], to: path)
      let error = await #expect(throws: AnalysisError.self, "in \(outer)") {
        try await NativeEngine().answer([path])
      }
      #expect(error?.code == .noInput)
      #expect(error?.message == "\(path):inner.tsv is packed inside a packed file")
    }
  }

  @Test(arguments: ["gz.gz", "zip.gz"])
  func packedTwiceIsRefused(form: String) async throws {
    let path = "\(directory.path)/packed"
    try Packing.pack(form, [plain], to: path)
    let error = await #expect(throws: AnalysisError.self) {
      try await NativeEngine().answer([path])
    }
    #expect(error?.code == .noInput)
    #expect(error?.message == "\(path) is packed inside a packed file")
  }

  @Test func anEncryptedMemberIsRefused() async throws {
    let path = "\(directory.path)/packed"
    try Packing.pack("encrypted.zip", [plain], to: path)
    let error = await #expect(throws: AnalysisError.self) {
      try await NativeEngine().answer([path])
    }
    #expect(error?.code == .noInput)
    #expect(error?.message == "\(path):listens.tsv is encrypted")
  }

  private func packed(_ form: String) throws -> [UInt8] {
    try Packing.pack(form, [plain], to: "\(directory.path)/packed")
    return try directory.bytes(of: "packed")
  }
}

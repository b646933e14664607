import ListeningSessions
import ListeningSessionsTestSupport
import NativeEngine
import Testing

/// A packed history gives what the unpacked one gives, however it is packed and read.
struct PackedInputTests {
  @Test(arguments: UInt64(700)..<703, Packing.forms)
  func aPackedHistoryGivesTheSameAnswer(seed: UInt64, form: String) async throws {
    for (threads, blockSize) in [(1, 3), (1, 4096), (2, 100), (2, 512 * 1024), (5, 1000)] {
      try await expectSameAnswer(seed: seed, [form], .with(threads: threads, blockSize: blockSize))
    }
  }

  @Test(arguments: UInt64(710)..<718)
  func packedAndPlainInputsAreOneHistory(seed: UInt64) async throws {
    try await expectSameAnswer(
      seed: seed, ["tsv", "gz", "tar.gz", "tsv", "zip"], .with(threads: 3, blockSize: 700))
  }

  @Test(arguments: ["gz", "tar.zst", "zip"])
  func anInputGivenTwiceIsAllDuplicatesTheSecondTime(form: String) async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(RandomHistory(seed: 5).files[0], to: "listens.tsv")
    let packed = try Packing.pack(form, [path], to: "\(directory.path)/packed")
    let once = try await NativeEngine().answer([packed]).report.counts
    let twice = try await NativeEngine().answer([packed, packed]).report.counts
    #expect(once.listens > 0 && twice.listens == once.listens)
    #expect(twice.duplicates == once.duplicates * 2 + once.listens)
  }

  @Test(arguments: UInt64(720)..<724)
  func withLittleMemoryTheAnswerIsTheSame(seed: UInt64) async throws {
    var options = NativeEngine.Options(threads: 2)
    options.blockSize = 512
    options.memory = 1_000
    try await expectSameAnswer(seed: seed, ["zst", "tsv", "tar.gz"], NativeEngine(options))
  }

  @Test(arguments: ["gz", "tar.zst", "zip"])
  func whatIsKeptOfAPackedInputServesOtherQuestions(form: String) async throws {
    let directory = try TemporaryDirectory()
    let cache = try TemporaryDirectory()
    let history = RandomHistory(seed: 31)
    let plain = try directory.write(history.files[0], to: "listens.tsv")
    let packed = try Packing.pack(form, [plain], to: "\(directory.path)/packed")
    var options = NativeEngine.Options(threads: 2)
    options.cache = CheckpointCache(directory: cache.path, limit: .max) { Issue.record("\($0)") }
    options.verifiesCache = true
    for (settings, hits) in [
      (history.settings, [false, false]), (history.settings, [true, true]),
      (AnalysisSettings(gap: SessionGap(seconds: 60), topSessions: 3, topSongs: 5), [true, false]),
    ] {
      let expected = try await NativeEngine().answer([plain], settings)
      let answer = try await NativeEngine(options).answer([packed], settings)
      #expect(answer.report.execution.checkpoints.map(\.isHit) == hits)
      #expect(answer.report.counts == expected.report.counts)
      #expect(answer.report.inputs.map(\.byteCount) == expected.report.inputs.map(\.byteCount))
      #expect(answer.rejects.map(\.rawLine) == expected.rejects.map(\.rawLine))
      #expect(
        try ResultFiles.bytes(of: answer.report, rejects: [])
          == ResultFiles.bytes(of: expected.report, rejects: []))
    }
  }

  @Test(arguments: ["gz", "zst", "xz"])
  func anEmptyContentIsAnInputWithoutRows(form: String) async throws {
    let directory = try TemporaryDirectory()
    let empty = try directory.write("", to: "empty.tsv")
    let packed = try Packing.pack(form, [empty], to: "\(directory.path)/packed")
    let report = try await NativeEngine().answer([packed]).report
    #expect(report.counts.rows == 0)
    #expect(report.inputs == [InputSummary(path: packed, byteCount: 0)])
  }

  /// Packs each file of a random history in one of `forms`, in turn, and compares the answers.
  private func expectSameAnswer(
    seed: UInt64, _ forms: [String], _ engine: NativeEngine
  ) async throws {
    let directory = try TemporaryDirectory()
    let history = RandomHistory(seed: seed)
    var files = try history.write(to: directory)
    if files.count < forms.count { files += files.prefix(forms.count - files.count) }
    let packed = try files.enumerated().map { number, file in
      let form = forms[number % forms.count]
      return form == "tsv"
        ? file : try Packing.pack(form, [file], to: "\(directory.path)/packed-\(number)")
    }
    for settings in [history.settings, history.drawnSettings] {
      let expected = try await engine.answer(files, settings)
      let answer = try await engine.answer(packed, settings)
      let names = Dictionary(
        zip(answer.report.inputs.map(\.path), files), uniquingKeysWith: { first, _ in first })
      let rejects = answer.rejects.map { row in
        RejectedRow(
          inputPath: names[row.inputPath] ?? row.inputPath, lineNumber: row.lineNumber,
          byteOffset: row.byteOffset, reason: row.reason, rawLine: row.rawLine)
      }
      #expect(answer.report.counts == expected.report.counts, "seed \(seed), \(forms)")
      #expect(
        answer.report.inputs.map(\.byteCount) == expected.report.inputs.map(\.byteCount),
        "seed \(seed), \(forms)")
      #expect(
        try ResultFiles.bytes(of: answer.report, rejects: rejects)
          == ResultFiles.bytes(of: expected.report, rejects: expected.rejects),
        "seed \(seed), \(forms)")
    }
  }
}

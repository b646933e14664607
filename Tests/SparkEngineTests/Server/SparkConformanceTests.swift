#if Spark
  import ListeningSessions
  import ListeningSessionsTestSupport
  import NativeEngine
  import SparkEngine
  import Testing

  /// The answer must be the reference's, to the byte.
  @Suite(.serialized)
  struct SparkConformanceTests {
    @Test(arguments: UInt64(0)..<6)
    func answersLikeTheReference(seed: UInt64) async throws {
      let engine = try SparkServer.engine()
      let differences = try await EngineConformance { engine }.differences(seed: seed)
      #expect(differences == [], "seed \(seed)")
    }

    @Test(arguments: zip([UInt64(200), 201], RandomRowOrder.allCases))
    func answersLikeTheReferenceInOtherOrdersOfRows(
      seed: UInt64, order: RandomRowOrder
    ) async throws {
      let engine = try SparkServer.engine { $0.partitions = 3 }
      let differences = try await EngineConformance { engine }
        .differences(seed: seed, order: order)
      #expect(differences == [], "seed \(seed)")
    }

    @Test(arguments: UInt64(0)..<6)
    func judgesLikeTheReference(seed: UInt64) async throws {
      let history = QualityHistory(seed: seed)
      let directory = try TemporaryDirectory()
      let paths = try history.write(to: directory)
      let rows = PlacedRow.rows(of: zip(paths, history.files).map { (path: $0, bytes: $1) })
      let reference = QualityReference(
        rows, gap: history.history.gap, question: history.question)
      let report = try await SparkServer.engine().analyze(
        paths, settings: history.settings, rejects: CollectedRejects(), sessions: nil,
        progress: NoProgress())
      let quality = try #require(report.quality)
      #expect(QualityDifferences(of: quality, from: reference).all == [], "seed \(seed)")
      let native = try await NativeEngine().analyze(
        paths, settings: history.settings, rejects: CollectedRejects(), sessions: nil,
        progress: NoProgress())
      #expect(quality.profile == native.quality?.profile, "seed \(seed)")
      #expect(quality.profile.listensPerUser == Quantiles(of: reference.listensPerUser))
      #expect(quality.profile.timeRange?.lowerBound == reference.instants.first)
      #expect(quality.profile.timeRange?.upperBound == reference.instants.last)
      #expect(quality.profile.listensPerYear.values.reduce(0, +) == reference.instants.count)
    }
  }
#endif

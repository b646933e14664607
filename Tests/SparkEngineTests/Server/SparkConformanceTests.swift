#if Spark
  import ListeningSessions
  import ListeningSessionsTestSupport
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
      for column in quality.profile.columns {
        expect(column, reference.column(column.column), seed)
      }
      #expect(quality.profile.listensPerUser == Quantiles(of: reference.listensPerUser))
      #expect(quality.profile.timeRange?.lowerBound == reference.instants.first)
      #expect(quality.profile.timeRange?.upperBound == reference.instants.last)
      #expect(quality.profile.listensPerYear.values.reduce(0, +) == reference.instants.count)
    }

    private func expect(_ column: ColumnProfile, _ expected: ReferenceColumn, _ seed: UInt64) {
      let name = "seed \(seed), \(column.column.rawValue)"
      #expect(column.rows == expected.rows, "\(name)")
      #expect(column.blank == expected.blank, "\(name)")
      #expect(column.leastLength == expected.lengths.least, "\(name)")
      #expect(column.greatestLength == expected.lengths.greatest, "\(name)")
      switch column.column {
      case .timestamp:
        let error = abs(column.distinct - expected.counts.count)
        #expect(Double(error) <= max(2, 0.025 * Double(expected.counts.count)), "\(name)")
      case .userID:
        #expect(column.distinct == expected.counts.count, "\(name)")
      default:
        #expect(column.distinct == expected.counts.count, "\(name)")
        #expect(column.topValues == expected.topValues(10), "\(name)")
      }
    }
  }
#endif

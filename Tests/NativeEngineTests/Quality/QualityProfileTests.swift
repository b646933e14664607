import ListeningSessions
import ListeningSessionsTestSupport
import NativeEngine
import Testing

/// The profile must be that of the rows, counted one by one.
struct QualityProfileTests {
  private static let seeds = UInt64(300)..<360
  private static let engine = NativeEngine.with(threads: 3, blockSize: 256)

  @Test(arguments: seeds)
  func rowsBlanksAndLengthsAreExact(seed: UInt64) async throws {
    let answer = try await QualityAnswer(Self.engine, seed: seed)
    #expect(answer.report.profile.columns.map(\.column) == ListenColumn.allCases)
    for column in answer.report.profile.columns {
      let expected = answer.reference.column(column.column)
      let lengths = expected.lengths
      let mean = lengths.count == 0 ? 0 : Double(lengths.sum) / Double(lengths.count)
      #expect(column.rows == expected.rows, "\(column.column), seed \(seed)")
      #expect(column.blank == expected.blank, "\(column.column), seed \(seed)")
      #expect(
        column.leastLength == (lengths.count == 0 ? 0 : lengths.least)
          && column.greatestLength == lengths.greatest && column.meanLength == mean,
        "\(column.column), seed \(seed)")
    }
  }

  @Test(arguments: seeds)
  func distinctValuesAreWithinTheBound(seed: UInt64) async throws {
    let answer = try await QualityAnswer(Self.engine, seed: seed)
    for column in answer.report.profile.columns {
      let distinct = answer.reference.column(column.column).counts.count
      // Linear counting adds the collisions of few values in 16,384 registers.
      let bound = 3 + 3 * HyperLogLog.standardError * Double(distinct)
      let difference = abs(column.distinct - distinct)
      #expect(
        Double(difference) <= (column.isDistinctExact ? 0 : bound),
        "\(column.column), seed \(seed)")
      #expect(column.isDistinctExact == (column.column == .userID))
    }
  }

  @Test(arguments: seeds)
  func theTopValuesOfSmallInputsAreExact(seed: UInt64) async throws {
    let answer = try await QualityAnswer(Self.engine, seed: seed)
    // Instants hardly repeat, so their column has no top values.
    for column in answer.report.profile.columns where column.column != .timestamp {
      let expected = answer.reference.column(column.column)
      let byID = expected.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .prefix(10).map { ColumnProfile.Value(text: $0.key, count: $0.value) }
      let topValues = column.column == .userID ? byID : expected.topValues(10)
      #expect(column.topValues == topValues, "\(column.column), seed \(seed)")
      #expect(column.undercount == 0 && column.countedEvery == 1)
    }
  }

  @Test(arguments: seeds)
  func theListensInTimeAndByUserAreExact(seed: UInt64) async throws {
    let answer = try await QualityAnswer(Self.engine, seed: seed)
    let profile = answer.report.profile
    let instants = answer.reference.instants
    let range = instants.first.flatMap { first in instants.last.map { first...$0 } }
    let years = instants.compactMap { Int($0.description.prefix(4)) }
    #expect(profile.timeRange == range, "seed \(seed)")
    #expect(
      profile.listensPerYear == Dictionary(years.map { ($0, 1) }, uniquingKeysWith: +),
      "seed \(seed)")
    #expect(profile.listensPerUser == Quantiles(of: answer.reference.listensPerUser))
  }
}

#if Spark
  import ArrowStream
  import Foundation
  import SparkConnectProtos
  import SwiftProtobuf
  import Testing

  @testable import SparkConnect

  struct BatchChunksTests {
    /// A stream of one column and no row, as pyarrow writes it.
    private let stream = try? Data(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .appendingPathComponent("ArrowStreamTests/Fixtures/two-batches.arrows"))

    @Test(arguments: [1, 2, 3, 7])
    func partsBecomeOneBatch(count: Int) throws {
      let whole = try #require(stream)
      var chunks = BatchChunks()
      for _ in 0..<2 {
        for index in 0..<count {
          let range = index * whole.count / count..<(index + 1) * whole.count / count
          let table = try chunks.take(
            part(whole.subdata(in: range), Int64(index), of: Int64(count), rows: 5))
          #expect((table != nil) == (index == count - 1))
          if let table { #expect(table.rowCount == 5) }
        }
      }
    }

    @Test func aPartOutOfTurnIsAnError() throws {
      var chunks = BatchChunks()
      _ = try chunks.take(part(Data(), 0, of: 3, rows: 0))
      let error = #expect(throws: SparkError.self) {
        try chunks.take(part(Data(), 2, of: 3, rows: 0))
      }
      #expect(error?.kind == .answer)
    }

    @Test func aBatchThatLacksRowsIsAnError() throws {
      let whole = try #require(stream)
      var chunks = BatchChunks()
      let error = #expect(throws: SparkError.self) {
        try chunks.take(part(whole, 0, of: 1, rows: 6))
      }
      #expect(error?.message == "a batch of 6 rows arrived with 5")
    }

    @Test func bytesWithoutSenseAreAnError() {
      var chunks = BatchChunks()
      let error = #expect(throws: SparkError.self) {
        try chunks.take(part(Data("nonsense".utf8), 0, of: 1, rows: 0))
      }
      #expect(error?.kind == .answer)
    }

    private func part(
      _ data: Data, _ index: Int64, of count: Int64, rows: Int64
    ) -> Spark_Connect_ExecutePlanResponse.ArrowBatch {
      .with { part in
        part.rowCount = rows
        part.data = data
        part.chunkIndex = index
        part.numChunksInBatch = count
      }
    }
  }
#endif

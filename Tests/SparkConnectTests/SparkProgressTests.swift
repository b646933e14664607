#if Spark
  import SparkConnectProtos
  import SwiftProtobuf
  import Testing

  @testable import SparkConnect

  struct SparkProgressTests {
    @Test func stagesThatNeverBeginDoNotCount() {
      #expect(progress([(8, 8, true), (4, 1, false), (16, 0, false)]).fraction == 0.75)
    }

    @Test func nothingBegunIsNothingDone() {
      #expect(progress([]).fraction == 0)
      #expect(progress([(16, 0, false)]).fraction == 0)
    }

    @Test func aStageThatIsDoneCountsWhole() {
      // Tasks that were not needed in the end are not counted as completed.
      #expect(progress([(4, 3, true)]).fraction == 1)
    }

    private func progress(_ stages: [(Int64, Int64, Bool)]) -> SparkProgress {
      let message = Spark_Connect_ExecutePlanResponse.ExecutionProgress.with { progress in
        progress.stages = stages.map { tasks, completed, isDone in
          .with { stage in
            stage.numTasks = tasks
            stage.numCompletedTasks = completed
            stage.done = isDone
          }
        }
      }
      return SparkProgress(message, operationID: "x")
    }
  }
#endif

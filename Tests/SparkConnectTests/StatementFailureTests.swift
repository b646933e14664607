#if Spark
  import SparkConnectProtos
  import SwiftProtobuf
  import Testing

  @testable import SparkConnect

  struct StatementFailureTests {
    @Test func withoutDetailsTheStatusIsAllThereIs() {
      let error = StatementFailure(
        message: "[DIVIDE_BY_ZERO] zero", errorClass: "DIVIDE_BY_ZERO", sqlState: "22012"
      ).error
      #expect(
        error
          == SparkError(
            .statement, "[DIVIDE_BY_ZERO] zero", errorClass: "DIVIDE_BY_ZERO", sqlState: "22012"))
    }

    @Test func theClassOfTheInnermostErrorSaysMost() {
      var failure = StatementFailure(message: "cut of", errorClass: "OUTER", sqlState: "1")
      failure.add(
        answer([
          ("org.apache.spark.SparkException", "the whole message", "TASK_FAILED", 1),
          ("java.io.IOException", "disk", nil, 2),
          ("org.apache.spark.SparkException", "", "FAILED_READ_FILE.NO_HINT", nil),
        ]))
      let error = failure.error
      #expect(error.message == "the whole message")
      #expect(error.errorClass == "FAILED_READ_FILE.NO_HINT")
      #expect(error.sqlState == "state of FAILED_READ_FILE.NO_HINT")
      #expect(error.causes == ["java.io.IOException: disk", "org.apache.spark.SparkException"])
    }

    @Test func aChainThatRunsInACircleEnds() {
      var failure = StatementFailure(message: "", errorClass: nil, sqlState: nil)
      failure.add(answer([("a", "first", nil, 1), ("b", "second", nil, 0)]))
      #expect(failure.error.message == "first")
      #expect(failure.error.causes == ["b: second"])
    }

    @Test func indicesThatLeadNowhereAreIgnored() {
      var failure = StatementFailure(message: "status", errorClass: nil, sqlState: nil)
      failure.add(answer([("a", "first", nil, 7)]))
      #expect(failure.error.causes == [])
      failure.add(.with { $0.rootErrorIdx = 3 })
      #expect(failure.error.message == "first")
    }

    @Test(arguments: [
      ("[OPERATION_CANCELED] by the user", SparkError.Kind.interrupted),
      ("[INVALID_HANDLE.SESSION_CHANGED] x", .lost),
      ("[INVALID_HANDLE.SESSION_NOT_FOUND] x", .lost),
      ("[INVALID_HANDLE.OPERATION_ABANDONED] x", .lost),
      ("java.lang.OutOfMemoryError: Java heap space", .memory),
      ("ExecutorLostFailure: Command exited with code 52 on", .memory),
      ("[PATH_NOT_FOUND] no such path", .statement),
    ])
    func theMessageTellsTheKind(message: String, kind: SparkError.Kind) {
      #expect(
        StatementFailure(message: message, errorClass: nil, sqlState: nil).error.kind == kind)
    }

    private func answer(
      _ errors: [(type: String, message: String, errorClass: String?, cause: Int32?)]
    ) -> Spark_Connect_FetchErrorDetailsResponse {
      .with { answer in
        answer.rootErrorIdx = 0
        answer.errors = errors.map { error in
          .with { message in
            message.errorTypeHierarchy = [error.type, "java.lang.Object"]
            message.message = error.message
            if let cause = error.cause { message.causeIdx = cause }
            guard let name = error.errorClass else { return }
            message.sparkThrowable = .with {
              $0.errorClass = name
              $0.sqlState = "state of \(name)"
            }
          }
        }
      }
    }
  }
#endif

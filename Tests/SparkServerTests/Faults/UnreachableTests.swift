#if Spark
  import SparkConnect
  import Synchronization
  import Testing

  extension Faults {
    /// Nobody answers.
    @Suite struct Unreachable {
      @Test func anAbsentServerIsNamedAfterBoundedTries() async throws {
        // Port 1 is nobody's.
        let remote = try SparkRemote("sc://127.0.0.1:1")
        let pauses = Mutex<[Duration]>([])
        var retry = SparkRetryPolicy()
        retry.sleep = { pause in pauses.withLock { $0.append(pause) } }
        let clock = ContinuousClock()
        let start = clock.now
        let error = await #expect(throws: SparkError.self) {
          try await SparkSession.connect(to: remote, retry: retry)
        }
        #expect(error?.kind == .unreachable)
        #expect(error?.message.contains("no Spark server answers at 127.0.0.1:1") == true)
        #expect(error?.message.contains("onnection refused") == true, "\(error?.message ?? "")")
        #expect(pauses.withLock { $0.count } == retry.attempts - 1)
        #expect(clock.now - start < .seconds(20))
      }

      @Test func aNameThatDoesNotExistIsNamedAndClosingDoesNotHang() async throws {
        var retry = SparkRetryPolicy()
        retry.attempts = 2
        let clock = ContinuousClock()
        let start = clock.now
        let error = await #expect(throws: SparkError.self) {
          try await SparkSession.connect(to: SparkRemote("sc://no-such-host.invalid"), retry: retry)
        }
        #expect(error?.kind == .unreachable)
        #expect(error?.message.contains("no-such-host.invalid:15002") == true)
        #expect(clock.now - start < .seconds(60))
      }
    }
  }
#endif

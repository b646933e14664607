import Testing

@testable import NativeEngine

struct StoredListenTests {
  @Test(arguments: [1, 2, 118, 1 << 10, 1 << 18, (1 << 19) - 1])
  func aStepThatFitsIsKeptBesideEverythingElse(step: Int) {
    #expect(StoredListen.fits(step: step))
    for hasError in [false, true] {
      for seconds in [UInt32(0), 1, .max] {
        let record = ListenRecord(
          seconds: seconds, position: 77 + UInt64(step), nameHash: .max, hasError: hasError)
        let stored = StoredListen(record, step: step)
        #expect(stored.step == step)
        let back = stored.record(at: 77 + stored.step)
        #expect(back.seconds == seconds)
        #expect(back.position == record.position)
        #expect(back.nameHash == record.nameHash)
        #expect(back.hasError == hasError)
      }
    }
  }

  @Test(arguments: [0, -1, -118, 1 << 19, 1 << 40])
  func otherStepsDoNotFit(step: Int) {
    #expect(!StoredListen.fits(step: step))
  }
}

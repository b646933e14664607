import ListeningSessions
import ListeningSessionsTestSupport
import Testing

struct SessionizerTests {
  @Test func noListensAreNoSession() {
    #expect(Sessionizer(gap: .standard).sessions(of: []) == [])
  }

  @Test func oneListenIsASession() {
    #expect(Sessionizer(gap: .standard).sessions(of: [Instant(secondsSinceEpoch: 5)]) == [0..<1])
  }

  @Test func aPauseLongerThanTheGapStartsASession() {
    let instants = [0, 1200, 2400, 3601, 3601, 4802].map(Instant.init(secondsSinceEpoch:))
    #expect(Sessionizer(gap: .standard).sessions(of: instants) == [0..<3, 3..<5, 5..<6])
  }

  @Test(arguments: UInt64(0)..<100)
  func sessionsCoverTheListensAndAreCutAtTheGapOnly(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let gap = SessionGap(seconds: Int.random(in: 1...30, using: &generator))
    let instants = ascendingInstants(using: &generator)
    let sessions = Sessionizer(gap: gap).sessions(of: instants)

    #expect(sessions.flatMap(Array.init) == Array(instants.indices))
    for session in sessions {
      for index in session.dropFirst() {
        #expect(instants[index].seconds(since: instants[index - 1]) <= gap.seconds)
      }
    }
    for session in sessions.dropFirst() {
      let start = session.lowerBound
      #expect(instants[start].seconds(since: instants[start - 1]) > gap.seconds)
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func aLongerGapNeverMakesMoreSessions(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let instants = ascendingInstants(using: &generator)
    let counts = (1...60).map { seconds in
      Sessionizer(gap: SessionGap(seconds: seconds)).sessions(of: instants).count
    }
    #expect(counts == counts.sorted(by: >))
    #expect(counts.last == (instants.isEmpty ? 0 : 1))
  }

  private func ascendingInstants(using generator: inout SeededGenerator) -> [Instant] {
    var second: UInt32 = 0
    return (0..<Int.random(in: 0...80, using: &generator)).map { _ in
      second += UInt32.random(in: 0...60, using: &generator)
      return Instant(secondsSinceEpoch: second)
    }
  }
}

import Testing

@testable import SyntheticListens

struct ListenStreamTests {
  private func listens(_ count: Int, seed: UInt64 = 7) -> [ListenStream.Listen] {
    var stream = ListenStream(listens: count, random: SplitMix64(seed: seed))
    var listens: [ListenStream.Listen] = []
    while let listen = stream.next() { listens.append(listen) }
    return listens
  }

  private func gaps(_ listens: [ListenStream.Listen]) -> [Int] {
    zip(listens, listens.dropFirst()).map { Int($0.second) - Int($1.second) }
  }

  @Test("A user has as many listens as asked for", arguments: [0, 1, 2, 3, 100, 5000])
  func count(listens count: Int) {
    #expect(listens(count).count == count)
  }

  @Test("Listens go from the newest to the oldest and stay within the years", arguments: 0..<50)
  func order(seed: UInt64) {
    let listens = listens(300, seed: seed)
    #expect(gaps(listens).allSatisfy { $0 >= 0 })
    #expect(listens.allSatisfy { $0.second < HistoryYears.length })
  }

  @Test("A second is shared by two listens at most, and never by the same song")
  func sameSecond() {
    let listens = listens(100_000)
    for (newer, older) in zip(listens, listens.dropFirst()) where newer.second == older.second {
      #expect(newer.song != older.song)
    }
    let gaps = gaps(listens)
    #expect(zip(gaps, gaps.dropFirst()).allSatisfy { $0 != (0, 0) })
    #expect((300...1000).contains(gaps.count { $0 == 0 }))
  }

  @Test("Pauses of exactly the session gap, and of one second more, both occur")
  func edges() {
    let gaps = gaps(listens(100_000))
    #expect((20...100).contains(gaps.count { $0 == 1200 }))
    #expect((20...150).contains(gaps.count { $0 == 1201 }))
  }

  @Test("Sessions are as many as their length on average says")
  func sessions() {
    let gaps = gaps(listens(180_000))
    #expect((8_500...11_500).contains(gaps.count { $0 > 1200 }))
  }

  @Test("Most of the time a user listens to favourites, again and again")
  func favourites() {
    let listens = listens(20_000)
    let songs = Set(listens.map(\.song)).count
    #expect((2_000...8_000).contains(songs))
    let repeats = zip(listens, listens.dropFirst()).count { $0.song == $1.song }
    #expect(repeats > 1_000)
  }

  @Test("So many listens that there is no time for pauses still fit, without exact duplicates")
  func dense() {
    // One in 91 seconds on average, so that many sessions cannot end when they should.
    let listens = listens(1_500_000)
    #expect(listens.count == 1_500_000)
    let gaps = gaps(listens)
    #expect(gaps.allSatisfy { $0 >= 0 })
    #expect(gaps.count { $0 > 1200 } > 10_000)
    #expect(zip(listens, listens.dropFirst()).allSatisfy { $0 != $1 })
  }
}

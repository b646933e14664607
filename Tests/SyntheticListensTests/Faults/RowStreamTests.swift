import Testing

@testable import SyntheticListens

struct RowStreamTests {
  private func rows(_ count: Int, faultRate: Double) -> [SyntheticRow] {
    var stream = RowStream(user: 3, listens: count, seed: 11, faults: FaultRate(faultRate))
    var rows: [SyntheticRow] = []
    while let row = stream.next() { rows.append(row) }
    return rows
  }

  @Test("Without faults, all lines are listens, newest first")
  func sound() {
    let rows = rows(2000, faultRate: 0)
    #expect(rows.count == 2000)
    #expect(rows.allSatisfy { $0.kind == .listen && $0.user == 3 })
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.second >= $1.second })
  }

  @Test("What is not faulty is the same as without faults")
  func soundRest() {
    let sound = rows(5000, faultRate: 0)
    let listens = rows(5000, faultRate: 0.2).filter { $0.kind == .listen }
    #expect((3_800...4_200).contains(listens.count))
    let all = Set(sound.map { Position(row: $0) })
    #expect(listens.allSatisfy { all.contains(Position(row: $0)) })
  }

  private struct Position: Hashable {
    let second: UInt32
    let song: SongID

    init(row: SyntheticRow) {
      second = row.second
      song = row.song
    }
  }

  @Test("Faults strike at the rate asked for, evenly over reasons and copies")
  func even() {
    let rows = rows(70_000, faultRate: 0.1)
    for kind in RowKind.allCases where kind != .listen {
      #expect((850...1150).contains(rows.count { $0.kind == kind }), "\(kind)")
    }
    #expect(rows.count { $0.kind != .blank } == 70_000)
  }

  @Test("A copy follows its listen within a few lines")
  func copies() {
    let rows = rows(20_000, faultRate: 0.3)
    for (index, copy) in rows.enumerated() where copy.kind == .copy {
      var original = copy
      original.kind = .listen
      #expect(rows[max(0, index - 40)..<index].contains(original))
    }
  }

  @Test("At a rate of one, every row is rejected: there is nothing to copy")
  func allFaulty() {
    let rows = rows(1000, faultRate: 1)
    #expect(rows.count { RowKind.rejects.contains($0.kind) } == 1000)
    #expect(rows.allSatisfy { $0.kind != .listen && $0.kind != .copy })
  }
}

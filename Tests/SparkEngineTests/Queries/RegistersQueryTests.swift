import ListeningSessions
import ListeningSessionsTestSupport
import Testing

@testable import SparkEngine

struct RegistersQueryTests {
  @Test(arguments: UInt64(0)..<8)
  func registersOfTheClusterMakeTheSketchOfTheDomain(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var expected = HyperLogLog()
    var registers: [Int: Int] = [:]
    for number in 0..<20_000 {
      // Few bits in some, so that long runs come up.
      let random = UInt64.random(in: 0 ... .max, using: &generator) >> UInt64(number % 3 * 20)
      let hash = random & ((1 << 50) - 1) | UInt64(number % 16_384) << 50
      expected.insert(hash: hash)
      let (register, run) = byTheQuery(hash)
      registers[register] = max(registers[register] ?? 0, run)
    }
    let sketch = RegistersQuery.sketch(registers.map { (register: $0.key, run: $0.value) })
    #expect(sketch == expected, "seed \(seed)")
  }

  @Test func nothingButZerosIsTheLongestRun() {
    var expected = HyperLogLog()
    expected.insert(hash: 5 << 50)
    #expect(RegistersQuery.sketch([(register: 5, run: 51)]) == expected)
  }

  /// What the SQL computes.
  private func byTheQuery(_ hash: UInt64) -> (register: Int, run: Int) {
    let rest = hash & 1_125_899_906_842_623
    return (Int(hash >> 50), rest == 0 ? 51 : 51 - String(rest, radix: 2).count)
  }
}

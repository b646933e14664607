/// How the listens of a user who has too many for memory are cut by time.
struct TimeSlices {
  private static let bucketBits: UInt32 = 12

  /// Listens in each stretch of 4096 seconds.
  private var counts = Array(repeating: UInt32(0), count: 1 << (32 - bucketBits))

  mutating func count(_ records: UnsafeBufferPointer<ListenRecord>) {
    for index in 0..<records.count {
      unsafe counts[Int(records[index].seconds >> Self.bucketBits)] += 1
    }
  }

  /// Stretches of seconds that follow one another, each with at most `limit` listens.
  ///
  /// One stretch of 4096 seconds is never cut: more listens than that in 68 minutes would have to
  /// come several a second.
  func slices(ofAtMost limit: Int) -> [(seconds: ClosedRange<UInt32>, count: Int)] {
    var slices: [(ClosedRange<UInt32>, Int)] = []
    var first = 0
    var sum = 0
    for bucket in counts.indices {
      if sum > 0, sum + Int(counts[bucket]) > limit {
        slices.append((Self.seconds(first..<bucket), sum))
        (first, sum) = (bucket, 0)
      }
      sum += Int(counts[bucket])
    }
    if sum > 0 { slices.append((Self.seconds(first..<counts.count), sum)) }
    return slices
  }

  private static func seconds(_ buckets: Range<Int>) -> ClosedRange<UInt32> {
    let start = UInt32(buckets.lowerBound) << bucketBits
    let end = UInt32(buckets.upperBound - 1) << bucketBits | (1 << bucketBits - 1)
    return start...end
  }
}

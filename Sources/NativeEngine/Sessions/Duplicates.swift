import ListeningSessions

/// The rows of one user that equal an earlier one: counted, with the places of the first.
struct Duplicates {
  private(set) var count = 0
  /// Those with a finding of severity error.
  private(set) var withErrors = 0
  private var tally = RuleTally()

  /// Positions of the first ones in input order.
  var samples: [Int] { tally.samples }

  mutating func take(_ record: ListenRecord) {
    count += 1
    withErrors += record.hasError ? 1 : 0
    tally.sample(record.position)
  }
}

/// Numbers for people.
enum ReadableNumber {
  /// A number with a comma every three digits.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return String(
      digits.indices.flatMap { index in
        index > 0 && (digits.count - index) % 3 == 0 ? [",", digits[index]] : [digits[index]]
      })
  }

  /// A share from 0 to 100 with two decimals, cut off rather than rounded up to 100.
  ///
  ///     percent(99.999)  // "99.99"
  ///     percent(0.001)   // "<0.01"
  static func percent(_ share: Double) -> String {
    // A little is added, so that 0.29 (in binary a bit less) is not cut to 0.28.
    let hundredths = Int(share * 100 + 1e-6)
    if share > 0, hundredths == 0 { return "<0.01" }
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }

  /// A number of bytes in units of 1000, with one decimal, cut off.
  ///
  ///     bytes(999)            // "999 B"
  ///     bytes(1_590_000_000)  // "1.5 GB"
  static func bytes(_ count: Int) -> String {
    var units = ["kB", "MB", "GB", "TB"][...]
    guard count >= 1000, var unit = units.popFirst() else { return "\(count) B" }
    var tenths = count / 100
    while tenths >= 10_000, let larger = units.popFirst() {
      tenths /= 1000
      unit = larger
    }
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }

  /// A number without decimals where it has none.
  static func short(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}

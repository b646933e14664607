import ArgumentParser

/// A number of bytes as people write it: `256MB`, `1GB`, `512MiB`, or bytes alone.
///
/// MB and its like are powers of 1000, MiB and its like powers of 1024; case does not matter.
struct ByteSize: ExpressibleByArgument, Hashable {
  let bytes: Int

  private static let units = [
    "": 1, "B": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000, "TB": 1_000_000_000_000,
    "KIB": 1 << 10, "MIB": 1 << 20, "GIB": 1 << 30, "TIB": 1 << 40,
  ]

  init(bytes: Int) {
    self.bytes = bytes
  }

  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits),
      let unit = ByteSize.units[argument.dropFirst(digits.count).uppercased()]
    else { return nil }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: unit)
    if isTooLarge { return nil }
    self.bytes = bytes
  }
}

import ArgumentParser

/// How large the cache may get: a size, or `none` for no limit.
struct CacheLimit: ExpressibleByArgument {
  /// `Int.max` without a limit.
  let bytes: Int

  static let standard = CacheLimit(bytes: 8_000_000_000)

  var defaultValueDescription: String { "8GB" }

  private init(bytes: Int) {
    self.bytes = bytes
  }

  init?(argument: String) {
    if argument == "none" {
      self.init(bytes: .max)
    } else if let size = ByteSize(argument: argument) {
      self.init(bytes: size.bytes == 0 ? .max : size.bytes)
    } else {
      return nil
    }
  }
}

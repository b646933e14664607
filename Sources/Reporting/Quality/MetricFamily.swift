import ListeningSessions

/// One metric in the Prometheus text format: its head, then its samples.
struct MetricFamily {
  let name: String
  let help: String
  private(set) var samples: [String] = []

  init(_ name: String, _ help: String) {
    self.name = "sidelong_\(name)"
    self.help = help
  }

  /// A metric with one sample without labels; without any when the figure is not known.
  init(_ name: String, _ help: String, _ value: (some MetricValue)?) {
    self.init(name, help)
    if let value { add(value) }
  }

  /// Adds a sample.
  ///
  /// Labels keep their order; what they tell apart must be few things.
  mutating func add(_ value: some MetricValue, _ labels: KeyValuePairs<String, String> = [:]) {
    let pairs = labels.map { "\($0.key)=\"\(MetricFamily.escaped($0.value))\"" }
    let suffix = pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}"
    samples.append("\(name)\(suffix) \(value.metricText)")
  }

  /// The lines; none without a sample, as a head alone says nothing.
  var lines: [String] {
    samples.isEmpty ? [] : ["# HELP \(name) \(help)", "# TYPE \(name) gauge"] + samples
  }

  private static func escaped(_ value: String) -> String {
    value.map { character in
      switch character {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      case "\r\n": "\r\\n"
      default: String(character)
      }
    }.joined()
  }
}

/// A number as Prometheus reads it.
protocol MetricValue {
  var metricText: String { get }
}

extension Int: MetricValue {
  var metricText: String { String(self) }
}

extension Double: MetricValue {
  var metricText: String { ReadableNumber.short(self) }
}

extension Instant: MetricValue {
  var metricText: String { String(secondsSinceEpoch) }
}

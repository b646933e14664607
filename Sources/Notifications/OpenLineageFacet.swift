/// The facets that are sent, with the versions of their schemas.
enum OpenLineageFacet: String {
  case processingEngine = "1-1-1/ProcessingEngineRunFacet"
  case executionParameters = "1-0-0/ExecutionParametersRunFacet"
  case test = "1-0-1/TestRunFacet"
  case errorMessage = "1-0-1/ErrorMessageRunFacet"
  case jobType = "2-0-4/JobTypeJobFacet"
  case dataQualityMetrics = "1-0-3/DataQualityMetricsInputDatasetFacet"
  case dataQualityAssertions = "1-1-0/DataQualityAssertionsDatasetFacet"
  case inputStatistics = "1-0-0/InputStatisticsInputDatasetFacet"
  case outputStatistics = "1-0-2/OutputStatisticsOutputDatasetFacet"

  /// Schema of the events themselves.
  static let eventSchema = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"

  private var schemaURL: String {
    let name = rawValue.drop { $0 != "/" }.dropFirst()
    return "https://openlineage.io/spec/facets/\(rawValue).json#/$defs/\(name)"
  }

  /// The facet as every consumer expects it: members after who made it and its schema.
  func value(
    producer: String, _ members: KeyValuePairs<String, JSONValue?>
  ) -> JSONValue {
    let common: [(name: String, value: JSONValue?)] = [
      ("_producer", .string(producer)), ("_schemaURL", .string(schemaURL)),
    ]
    return .object(common + members.map { (name: $0.key, value: $0.value) })
  }
}

/// The parts of an OpenLineage event that tests look at.
struct DecodedEvent: Decodable {
  struct Run: Decodable {
    let runId: String
    let facets: RunFacets
  }

  struct RunFacets: Decodable {
    let executionParameters: Parameters
    let test: Tests?
    let errorMessage: ErrorMessage?
  }

  struct Parameters: Decodable {
    let parameters: [Parameter]
  }

  struct Parameter: Decodable {
    let key: String
    let value: String
  }

  struct Tests: Decodable {
    let tests: [Test]
  }

  struct Test: Decodable {
    let name: String
    let status: String
  }

  struct ErrorMessage: Decodable {
    let message: String
  }

  struct Job: Decodable {
    let namespace: String
    let name: String
  }

  struct Dataset: Decodable {
    let namespace: String
    let name: String
    let facets: DatasetFacets?
    let inputFacets: InputFacets?
    let outputFacets: OutputFacets?
  }

  struct DatasetFacets: Decodable {
    let dataQualityAssertions: Assertions?
  }

  struct InputFacets: Decodable {
    let dataQualityMetrics: Metrics?
    let inputStatistics: Statistics
    let dataQualityAssertions: Assertions?
  }

  struct OutputFacets: Decodable {
    let outputStatistics: Statistics
  }

  struct Assertions: Decodable {
    let assertions: [Assertion]
  }

  struct Assertion: Decodable {
    let assertion: String
    let success: Bool
    let column: String?
    let severity: String
    let expected: String?
    let actual: String
  }

  struct Metrics: Decodable {
    let columnMetrics: [String: Column]
  }

  struct Column: Decodable {
    let nullCount: Int
    let count: Int
    let min: Int?
    let max: Int?
  }

  struct Statistics: Decodable {
    let rowCount: Int?
    let size: Int?
  }

  let eventType: String
  let eventTime: String
  let producer: String
  let run: Run
  let job: Job
  let inputs: [Dataset]
  let outputs: [Dataset]
}

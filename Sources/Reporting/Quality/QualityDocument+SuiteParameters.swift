import ListeningSessions

extension QualityDocument {
  /// The values and limits of the rule set.
  struct SuiteParameters: Encodable {
    let userIdPattern: String
    let earliest: String
    /// Null: the start of the run.
    @Nullable var asOf: String?
    let listensPerDay: Int
    let longestSessionSeconds: Int
    let mostListensPerUser: Int
    let leastRows: Int
    let leastUsers: Int
    let leastListensPerUser: Int
    let scorePassed: Double
    let scoreWarning: Double

    init(_ ruleSet: RuleSet) {
      let parameters = ruleSet.parameters
      userIdPattern = parameters.userIDPattern.text
      earliest = parameters.earliest.description
      asOf = parameters.asOf?.description
      listensPerDay = parameters.listensPerDay
      longestSessionSeconds = parameters.longestSession
      mostListensPerUser = parameters.mostListensPerUser
      leastRows = parameters.leastRows
      leastUsers = parameters.leastUsers
      leastListensPerUser = parameters.leastListensPerUser
      scorePassed = ruleSet.score.passed
      scoreWarning = ruleSet.score.warning
    }
  }
}

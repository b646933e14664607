/// What is told about the listeners of a song; the cases stand in the order of the result table.
public enum ProfileAttribute: String, CaseIterable, Sendable {
  case country
  /// A range of ages, such as `25-34`.
  case ageBand = "age_band"
  case gender
  /// The year of the date `registered`.
  case signUpYear = "sign_up_year"
}

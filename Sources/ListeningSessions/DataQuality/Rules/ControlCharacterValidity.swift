/// Names are free of control characters, which break terminals and other tools.
public struct ControlCharacterValidity: RowRule {
  public let id = "validity_control_characters"
  public let dimension = QualityDimension.validity
  public let unit = QualityUnit.rows
  public let requirement = "The names hold no control character."
  public let standardSetting = RuleSetting(.warning, warning: .percent(0.1))

  public init() {}

  public func holds(for row: ReadableRow) -> Bool? {
    !ControlCharacters.occur(in: row.artistName.utf8.span)
      && !ControlCharacters.occur(in: row.trackName.utf8.span)
  }
}

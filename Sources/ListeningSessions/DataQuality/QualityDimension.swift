/// The aspects of quality that rules belong to and scores are given for.
public enum QualityDimension: String, CaseIterable, Sendable {
  case completeness, validity, uniqueness, consistency, timeliness, volume
}

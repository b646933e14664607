/// What is known of one attribute of a listener.
///
/// The values have a total order: the known ones by their bytes, then the others as they stand here.
public enum ProfileValue: Hashable, Sendable {
  /// A value; never blank.
  case known(Text)
  /// The listener's profile leaves it out.
  case blank
  /// The listener's profile has something that cannot be such a value.
  case invalid
  /// The listener has no profile.
  case noProfile

  /// Short name of the case, as in the result table.
  public var status: String {
    switch self {
    case .known: "known"
    case .blank: "blank"
    case .invalid: "invalid"
    case .noProfile: "no_profile"
    }
  }

  /// The value; empty unless it is known.
  public var text: Text {
    if case .known(let text) = self { text } else { "" }
  }

  /// The place of the case in the order of values.
  var place: Int {
    switch self {
    case .known: 0
    case .blank: 1
    case .invalid: 2
    case .noProfile: 3
    }
  }
}

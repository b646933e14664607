/// What a profile tells about one listener.
public struct ListenerProfile: Hashable, Sendable {
  public let country: ProfileValue
  public let ageBand: ProfileValue
  public let gender: ProfileValue
  public let signUpYear: ProfileValue

  /// The value of an attribute.
  public subscript(attribute: ProfileAttribute) -> ProfileValue {
    switch attribute {
    case .country: country
    case .ageBand: ageBand
    case .gender: gender
    case .signUpYear: signUpYear
    }
  }
}

/// What can be wrong with a row of profiles.
///
/// The first four set the row aside, the first that applies; the others make one value of it
/// `ProfileValue.invalid`.
public enum ProfileFault: String, CaseIterable, Sendable {
  /// Not exactly five tab-separated fields.
  case fieldCount = "field_count"
  /// A field is not valid UTF-8.
  case invalidUTF8 = "invalid_utf8"
  /// The user id is blank.
  case missingUser = "missing_user"
  /// An earlier row is about the same user.
  case duplicateUser = "duplicate_user"
  /// The age is no whole number from 1 to 120.
  case invalidAge = "invalid_age"
  /// The date of registration is not like `Aug 13, 2006`, or not in the calendar.
  case invalidRegistered = "invalid_registered"

  /// What the user can do about it.
  public var advice: String {
    switch self {
    case .fieldCount: "write the id, gender, age, country and registered, separated by tabs"
    case .invalidUTF8: "save the file as UTF-8"
    case .missingUser: "write the user's id in the first field"
    case .duplicateUser: "keep one row for each user; the first was taken"
    case .invalidAge: "write a whole number from 1 to 120, or nothing"
    case .invalidRegistered: "write a date of 1970 to 2105 such as 'Aug 13, 2006', or nothing"
    }
  }
}

/// The profiles of one file, by user.
///
///     #id ⇥ gender ⇥ age ⇥ country ⇥ registered
///     user_000001 ⇥ m ⇥ ⇥ Japan ⇥ Aug 13, 2006
///
/// Every row is counted; what cannot be taken is among the `findings`.
public struct ListenerProfiles: Sendable {
  /// As the user named it.
  public let path: String
  public let byteCount: Int
  /// Lines behind the header that are not blank.
  public private(set) var rows = 0
  public private(set) var blankLines = 0
  /// For every fault, how often it was found and where.
  public private(set) var findings = Dictionary(
    uniqueKeysWithValues: ProfileFault.allCases.map { ($0, ProfileFindings()) })
  private var profiles: [Text: ListenerProfile] = [:]

  /// Reads profiles.
  ///
  /// - Parameters:
  ///   - bytes: the whole file; a byte-order mark at its start is skipped.
  ///   - path: names the file in errors.
  /// - Throws: `AnalysisError`: `noInput` for no line at all, `unusableProfiles` when the first is
  ///   no header.
  /// - Complexity: O(bytes); keeps a profile and the user's id of each row that is taken.
  public init(of bytes: [UInt8], path: String) throws {
    self.path = path
    byteCount = bytes.count
    var rest = bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    if rest.isEmpty {
      throw AnalysisError(
        .noInput, "no profiles in \(path): it is empty", advice: ListenerProfiles.advice)
    }
    guard ProfileLine.isHeader(ListenerProfiles.nextLine(&rest)) else {
      throw AnalysisError(
        .unusableProfiles, "\(path):1: the first line is no header of profiles",
        advice: ListenerProfiles.advice)
    }
    var number = 1
    while !rest.isEmpty {
      number += 1
      take(ListenerProfiles.nextLine(&rest), number)
    }
  }

  /// Users whose profile was taken.
  public var users: Int { profiles.count }

  /// The profile of a user, nil without one.
  public subscript(userID: Text) -> ListenerProfile? { profiles[userID] }

  /// What a usable file looks like.
  public static let advice =
    "give a file that is not packed, with the columns #id, gender, age, country and registered "
    + "in its first line, separated by tabs"

  private mutating func take(_ line: ArraySlice<UInt8>, _ number: Int) {
    switch ProfileLine.judge(line) {
    case .blankLine:
      blankLines += 1
    case .reject(let fault):
      rows += 1
      findings[fault]?.add(line: number)
    case .profile(let userID, _, _) where profiles[userID] != nil:
      rows += 1
      findings[.duplicateUser]?.add(line: number)
    case .profile(let userID, let profile, let faults):
      rows += 1
      profiles[userID] = profile
      for fault in faults { findings[fault]?.add(line: number) }
    }
  }

  /// Takes the next line off, without its line feed.
  private static func nextLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let line = rest.prefix { $0 != 0x0A }
    rest = rest[line.endIndex...].dropFirst()
    return line
  }
}

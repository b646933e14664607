/// One line of a file of profiles, judged by the contract.
enum ProfileLine {
  /// What a line turned out to be.
  enum Verdict: Equatable {
    /// Nothing before the line end.
    case blankLine
    /// The profile of a user, and the faults of its values.
    case profile(Text, ListenerProfile, [ProfileFault])
    case reject(ProfileFault)
  }

  private static let columns: [Set<String>] = [
    ["#id", "id", "userid", "user_id"], ["gender"], ["age"], ["country"], ["registered"],
  ]

  /// Whether the line, given without its line feed, names the columns.
  static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
    let names = fields(of: line).map { $0.description.lowercased() }
    return names.count == columns.count && zip(columns, names).allSatisfy { $0.contains($1) }
  }

  /// Judges a line behind the header, given without its line feed.
  static func judge(_ line: ArraySlice<UInt8>) -> Verdict {
    let fields = fields(of: line)
    if fields == [""] { return .blankLine }
    guard fields.count == columns.count else { return .reject(.fieldCount) }
    guard fields.allSatisfy(isValidUTF8) else { return .reject(.invalidUTF8) }
    if ProfileField.isBlank(fields[0]) { return .reject(.missingUser) }
    let profile = ListenerProfile(
      country: ProfileField.asWritten(fields[3]), ageBand: ProfileField.ageBand(of: fields[2]),
      gender: ProfileField.asWritten(fields[1]),
      signUpYear: ProfileField.signUpYear(of: fields[4]))
    let faults: [ProfileFault] =
      (profile.ageBand == .invalid ? [.invalidAge] : [])
      + (profile.signUpYear == .invalid ? [.invalidRegistered] : [])
    return .profile(fields[0], profile, faults)
  }

  /// The fields, without one carriage return at the end of the line.
  private static func fields(of line: ArraySlice<UInt8>) -> [Text] {
    let content = line.last == 0x0D ? line.dropLast() : line
    return content.split(separator: 0x09, omittingEmptySubsequences: false)
      .map { Text(utf8: Array($0)) }
  }

  private static func isValidUTF8(_ field: Text) -> Bool {
    let utf8 = field.utf8
    return (try? UTF8Span(validating: utf8.span)) != nil
  }
}

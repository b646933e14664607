import ListeningSessions

/// Chooses the members of an archive that are the history.
struct MemberChoice {
  /// The history in the archive of Last.fm-1K as it is published.
  static let knownName = "userid-timestamp-artid-artname-traid-traname.tsv"
  /// How many names an error tells.
  private static let namesTold = 8

  private let pattern: String?
  private(set) var chosen: [PackedMember] = []
  /// Members that are a reason for an error once they are chosen, by their number.
  private var problems: [Int: AnalysisError] = [:]
  private var names: [String] = []
  private var count = 0

  init(pattern: String?) {
    self.pattern = pattern
  }

  /// Whether no further member can change the choice.
  private(set) var isFinal = false

  /// Whether the choice may fall on a member of this name.
  func considers(_ name: String) -> Bool {
    guard let pattern else { return Self.isTSV(name) }
    // A pattern without a slash is about the last part of a name, as people think of it.
    return SystemCalls.matches(pattern.contains("/") ? name : Self.baseName(name), pattern)
  }

  /// Takes the next regular member; `problem` says why it cannot be read.
  mutating func take(_ member: PackedMember, problem: AnalysisError?) {
    let name = member.name ?? ""
    count += 1
    if names.count < Self.namesTold { names.append(name) }
    guard considers(name) else { return }
    problems[member.ordinal] = problem
    if pattern == nil, Self.baseName(name) == Self.knownName {
      chosen = [member]
      isFinal = true
    } else {
      chosen.append(member)
    }
  }

  /// The chosen members, in their order.
  func result(of packed: PackedFile) throws -> [PackedMember] {
    guard let first = chosen.first else { throw nothing(in: packed) }
    guard pattern != nil || chosen.count == 1 else { throw several(in: packed, first) }
    if let problem = chosen.lazy.compactMap({ problems[$0.ordinal] }).first { throw problem }
    return chosen
  }

  private func nothing(in packed: PackedFile) -> AnalysisError {
    guard count > 0 else {
      return AnalysisError(
        .noInput, "\(packed.path) holds no file", advice: "give an archive of a history")
    }
    let what = pattern.map { "no member that matches \($0)" } ?? "no *.tsv"
    return AnalysisError(
      .noInput, "\(packed.path) holds \(what), but \(list(names, of: count))",
      advice: "choose with --member")
  }

  private func several(in packed: PackedFile, _ first: PackedMember) -> AnalysisError {
    let names = chosen.prefix(Self.namesTold).map { $0.name ?? "" }
    return AnalysisError(
      .noInput, "\(packed.path) holds several *.tsv: \(list(names, of: chosen.count))",
      advice: "choose with --member, such as --member '\(first.name ?? "")', or '*.tsv' for all")
  }

  private func list(_ names: [String], of count: Int) -> String {
    let more = count - names.count
    return names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  private static func isTSV(_ name: String) -> Bool {
    name.hasSuffix(".tsv") && !baseName(name).hasPrefix(".")
  }

  private static func baseName(_ name: String) -> String {
    name.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? name
  }
}

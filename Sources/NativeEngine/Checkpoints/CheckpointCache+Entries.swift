import ListeningSessions

extension CheckpointCache {
  /// A checkpoint as a file in the directory.
  public struct Entry: Sendable {
    /// Name of the file.
    public let name: String
    /// `listens` or `sessions`.
    public let stage: String
    public let byteCount: Int
    /// Nanoseconds since 1970.
    let lastUsedNanoseconds: Int
    /// What it is of; nil if it is not believed.
    public let keyText: String?
    /// Why it is not believed; nil if it is.
    public let problem: String?

    /// Seconds since 1970.
    public var lastUsed: Int { lastUsedNanoseconds / 1_000_000_000 }
  }

  /// The checkpoints that are there, the one used last first; their sections are not checked.
  ///
  /// - Throws: `AnalysisError.inputOutput` if the directory cannot be listed; one that does not exist
  ///   has no checkpoints.
  public func entries() throws -> [Entry] {
    try files().reversed().map(entry)
  }

  /// Removes all checkpoints, and those that were begun by processes that are no more.
  ///
  /// - Returns: the checkpoints removed.
  /// - Throws: `AnalysisError.inputOutput` if one cannot be removed; the others are.
  public func clear() throws -> [Entry] {
    sweep()
    var removed: [Entry] = []
    var failure: AnalysisError?
    for file in try files().reversed() {
      let entry = entry(of: file)
      if remove(file.name) {
        removed.append(entry)
      } else if !SystemCalls.isMissing(SystemCalls.lastError) {
        failure = failure ?? cannot("remove", path(of: file.name))
      }
    }
    if let failure { throw failure }
    return removed
  }

  /// Removes the checkpoints used longest ago until the others fit the limit.
  ///
  /// Two processes that do it at once may remove more than one would; no harm but a miss.
  func evict(keeping name: String) {
    guard let files = try? files() else { return }
    var byteCount = files.reduce(0) { $0 + $1.status.byteCount }
    for file in files where byteCount > limit && file.name != name {
      if remove(file.name) { byteCount -= file.status.byteCount }
    }
  }

  /// Removes what processes that are no more had begun.
  func sweep() {
    for name in SystemCalls.names(inDirectory: directory) ?? []
    where CheckpointName.isPartial(name) {
      guard let descriptor = SystemCalls.openForReading(path(of: name), waiting: false) else {
        continue
      }
      let file = CheckpointFile(name, descriptor: descriptor)
      // A writer locks its file at once; a lock that can be had means that there is no writer.
      if file.lock() == .ours { remove(name) }
    }
  }

  private func files() throws -> [(name: String, status: SystemCalls.FileStatus)] {
    guard let names = SystemCalls.names(inDirectory: directory) else {
      if SystemCalls.isMissing(SystemCalls.lastError) { return [] }
      throw cannot("list", directory)
    }
    return names.filter { CheckpointName.stage(of: $0) != nil }
      .compactMap { name in
        SystemCalls.status(ofPath: path(of: name)).map { (name, $0) }
      }
      .sorted { ($0.1.modifiedAt, $0.0) < ($1.1.modifiedAt, $1.0) }
  }

  private func entry(of file: (name: String, status: SystemCalls.FileStatus)) -> Entry {
    var key: CheckpointKey?
    var problem: CheckpointProblem?
    do throws(CheckpointProblem) {
      key = try CheckpointReader.open(path(of: file.name))?.key
      if let key, key.fileName != file.name { throw .otherKey }
    } catch {
      problem = error
    }
    return Entry(
      name: file.name, stage: CheckpointName.stage(of: file.name)?.rawValue ?? "",
      byteCount: file.status.byteCount, lastUsedNanoseconds: file.status.modifiedAt,
      keyText: key?.text, problem: problem?.description)
  }

  private func cannot(_ action: String, _ path: String) -> AnalysisError {
    AnalysisError(
      .inputOutput,
      "cannot \(action) \(path): \(SystemCalls.message(of: SystemCalls.lastError))",
      advice: "check its permissions")
  }
}

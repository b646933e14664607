import Synchronization

/// The directory in which the results of stages are kept between runs.
///
/// Any number of processes may use one directory at once: files appear whole by rename and are never
/// changed. What goes wrong with the cache is reported and never ends an analysis.
public struct CheckpointCache: Sendable {
  let directory: String
  /// Bytes that all checkpoints together may have.
  let limit: Int
  let warnings: Warnings
  private static let partialCount = Atomic(0)

  /// Nothing is read or made before it is needed.
  ///
  /// - Parameters:
  ///   - directory: made when the first checkpoint is written.
  ///   - limit: bytes that all checkpoints together may have; the oldest go first.
  ///   - report: takes one line about something that went wrong; no line comes twice.
  public init(
    directory: String, limit: Int, report: @escaping @Sendable (String) -> Void
  ) {
    self.directory = directory
    self.limit = limit
    warnings = Warnings(report)
  }

  /// The checkpoint of `key`, from now on the one used last.
  ///
  /// - Returns: nil when there is none, or when the file of its name is not believed; that is
  ///   reported, and the file stays until the next checkpoint takes its place.
  func open(_ key: CheckpointKey) -> CheckpointReader? {
    let path = path(of: key.fileName)
    do throws(CheckpointProblem) {
      guard let found = try CheckpointReader.open(path) else { return nil }
      if found.key != key { throw .otherKey }
      found.reader.touch()
      return found.reader
    } catch {
      warnings.report("the checkpoint \(path) is not used: \(error)")
      return nil
    }
  }

  /// Begins a checkpoint under a hidden name of this process.
  ///
  /// - Returns: nil, reported, when the directory cannot be written.
  func begin(_ key: CheckpointKey) -> CheckpointWriter? {
    guard SystemCalls.makeDirectories(directory) else { return cannotWrite() }
    sweep()
    // A name can be taken by a process of the same number in another container, and a file can be
    // swept by another process before its lock is set.
    for _ in 0..<16 {
      let name = CheckpointName.partial(
        for: key.fileName, process: SystemCalls.processNumber,
        number: CheckpointCache.partialCount.add(1, ordering: .relaxed).newValue)
      guard let descriptor = SystemCalls.createFile(path(of: name)) else {
        if SystemCalls.isTaken(SystemCalls.lastError) { continue }
        return cannotWrite()
      }
      let file = CheckpointFile(
        "the checkpoint \(path(of: key.fileName))", descriptor: descriptor)
      if file.lock() == .heldByAnother || file.status?.linkCount == 0 { continue }
      return CheckpointWriter(
        file, to: CheckpointWriter.Destination(cache: self, key: key, partialName: name))
    }
    return cannotWrite()
  }

  /// Gives a whole file its name and removes the oldest beyond the limit.
  ///
  /// - Returns: whether it got the name; if not, that is reported.
  func publish(_ partialName: String, as name: String, byteCount: Int) -> Bool {
    if byteCount > limit {
      warnings.report(
        "the checkpoint \(path(of: name)) is not kept: its \(byteCount) bytes are more than "
          + "the cache may have")
      return false
    }
    guard SystemCalls.move(path(of: partialName), to: path(of: name)) else {
      warnings.report(
        "the checkpoint \(path(of: name)) is not kept: "
          + SystemCalls.message(of: SystemCalls.lastError))
      return false
    }
    evict(keeping: name)
    return true
  }

  @discardableResult
  func remove(_ name: String) -> Bool { SystemCalls.removeFile(path(of: name)) }

  func path(of name: String) -> String {
    directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
  }

  private func cannotWrite() -> CheckpointWriter? {
    let cause = SystemCalls.message(of: SystemCalls.lastError)
    warnings.report("no checkpoints are kept: cannot write in \(directory): \(cause)")
    return nil
  }
}

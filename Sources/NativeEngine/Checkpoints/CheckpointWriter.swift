import ListeningSessions
import Synchronization

/// A checkpoint that is being written; several threads may write to different places at once.
///
/// Nothing finds it before `publish`. Without that, it is gone with its last use, and with the
/// process at the latest when another one begins a checkpoint in the same cache.
final class CheckpointWriter: Sendable {
  /// Where it goes in the end.
  struct Destination: Sendable {
    let cache: CheckpointCache
    let key: CheckpointKey
    /// Name of the file until then.
    let partialName: String
  }

  private let file: CheckpointFile
  /// Nil for a file without a name.
  private let destination: Destination?
  private let end = Atomic(CheckpointFile.alignment)
  private let sections = Mutex<[CheckpointTable.Section]>([])
  private let hasName = Atomic(false)

  /// Takes an empty file.
  init(_ file: CheckpointFile, to destination: Destination?) {
    self.file = file
    self.destination = destination
  }

  deinit {
    if let destination, !hasName.load(ordering: .relaxed) {
      destination.cache.remove(destination.partialName)
    }
  }

  /// A file without a name, gone when the process ends whatever happens.
  ///
  /// - Throws: `AnalysisError.inputOutput`.
  static func unnamed(in directory: String) throws -> CheckpointWriter {
    let label = "a temporary file in \(directory)"
    guard let descriptor = SystemCalls.openUnnamedFile(in: directory) else {
      throw cannotWrite(label, SystemCalls.lastError, option: "--temp")
    }
    return CheckpointWriter(CheckpointFile(label, descriptor: descriptor), to: nil)
  }

  /// Room for `byteCount` bytes, and for 64 more that readers may touch.
  ///
  /// - Returns: its offset, a multiple of 4096; no two calls give the same room.
  func reserve(_ byteCount: Int) -> Int {
    let room =
      (byteCount + CheckpointFile.overread + CheckpointFile.alignment - 1)
      & ~(CheckpointFile.alignment - 1)
    return end.add(room, ordering: .relaxed).oldValue
  }

  /// Writes `bytes` into reserved room.
  ///
  /// - Throws: `CheckpointNotKept`; for a file without a name `AnalysisError.inputOutput`.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
    guard unsafe file.write(bytes, at: offset) else { throw failure(SystemCalls.lastError) }
  }

  /// Copies what was written at `offset`.
  ///
  /// - Throws: `AnalysisError.inputOutput`.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws {
    do {
      try unsafe file.withBytes(offset..<offset + buffer.count) {
        unsafe buffer.copyMemory(from: $0)
      }
    } catch is CheckpointProblem {
      throw failure(SystemCalls.lastError)
    }
  }

  /// Likewise for an array.
  func write(_ bytes: [UInt8], at offset: Int) throws {
    try unsafe bytes.withUnsafeBytes { try unsafe write($0, at: offset) }
  }

  /// Names a range of reserved room.
  ///
  /// - Parameters:
  ///   - name: what readers ask for; each name once.
  ///   - range: it lies in the room of one reservation.
  ///   - checksum: of the whole section; nil if its reader checks parts.
  func addSection(_ name: String, _ range: Range<Int>, checksum: UInt64?) {
    sections.withLock {
      $0.append(CheckpointTable.Section(name: name, range: range, checksum: checksum))
    }
  }

  /// Writes a whole section with its checksum.
  func append(section name: String, _ bytes: [UInt8]) throws {
    let offset = try place(bytes)
    addSection(name, offset..<offset + bytes.count, checksum: Checksum.of(bytes))
  }

  /// Writes table and header and gives the file its name, in place of an earlier one.
  ///
  /// The reader works whatever becomes of the file: one that is larger than the cache may be, or
  /// that cannot be given its name, is reported and stays without one. Nothing is flushed to the
  /// disk first, because every byte is checked when it is read (docs/adr/0009).
  ///
  /// - Throws: `AnalysisError.inputOutput` when something cannot be written.
  func publish() throws -> CheckpointReader {
    let sections = sections.withLock { $0 }
    var header: CheckpointHeader?
    if let destination {
      let table = CheckpointTable(key: destination.key, sections: sections).bytes
      let offset = try place(table)
      header = CheckpointHeader(
        fileByteCount: end.load(ordering: .relaxed), table: offset..<offset + table.count,
        tableChecksum: Checksum.of(table))
    }
    let byteCount = end.load(ordering: .relaxed)
    guard file.setByteCount(byteCount) else { throw failure(SystemCalls.lastError) }
    if let destination, let header {
      try write(header.bytes, at: 0)
      let isNamed = destination.cache.publish(
        destination.partialName, as: destination.key.fileName, byteCount: byteCount)
      hasName.store(isNamed, ordering: .relaxed)
    }
    return CheckpointReader(file, sections: sections, byteCount: byteCount)
  }

  private func place(_ bytes: [UInt8]) throws -> Int {
    let offset = reserve(bytes.count)
    try write(bytes, at: offset)
    return offset
  }

  private func failure(_ error: Int32) -> any Error {
    let cause = SystemCalls.message(of: error)
    return destination == nil
      ? CheckpointWriter.cannotWrite(file.label, error, option: "--temp")
      : CheckpointNotKept(reason: "\(file.label) cannot be written: \(cause)")
  }

  private static func cannotWrite(
    _ label: String, _ error: Int32, option: String
  ) -> AnalysisError {
    AnalysisError(
      .inputOutput, "cannot write \(label): \(SystemCalls.message(of: error))",
      advice: "make room or choose another place with \(option)")
  }
}

import ListeningSessions

/// Which file an input is and what it holds, without reading all of it.
///
/// Two fingerprints that are equal stand for the same content, unless somebody changed the file past
/// the file system's clock, between the sampled blocks and without changing its size. The full
/// answer is `InputContentHash`.
struct InputFingerprint: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
  let byteCount: Int
  /// Nanoseconds since 1970: when the content changed, and when anything about the file did.
  let modifiedAt: Int
  let changedAt: Int
  /// Checksum of the sampled blocks.
  let sample: UInt64

  private static let blockSize = 4096
  /// Some tens of reads, which even a cold spinning disk gives in half a second.
  private static let blockCount = 64
  /// The clock of the file system moves in steps of 1 to 10 ms on Linux; twice that is waited for.
  private static let clockStep = 20_000_000

  /// Takes the fingerprint of the file as it was opened.
  ///
  /// A file written within the last 20 ms is waited for: a later change could bear the same time.
  ///
  /// - Returns: nil for what is no named file, such as standard input.
  /// - Throws: `AnalysisError` if the file changed since it was opened or cannot be read.
  static func of(_ file: InputFile) throws -> InputFingerprint? {
    guard file.isNamed else { return nil }
    let status = file.status
    let age = SystemCalls.nanosecondsSinceEpoch - max(status.modifiedAt, status.changedAt)
    if (0..<clockStep).contains(age) { SystemCalls.sleep(nanoseconds: clockStep - age) }
    let sample = try sample(of: file)
    try file.requireUnchanged()
    return InputFingerprint(
      device: status.device, inode: status.inode, byteCount: status.byteCount,
      modifiedAt: status.modifiedAt, changedAt: status.changedAt, sample: sample)
  }

  /// One line that is the same for equal fingerprints only.
  var text: String {
    "device=\(device) inode=\(inode) bytes=\(byteCount) modified=\(modifiedAt) "
      + "changed=\(changedAt) sample=\(Checksum.text(sample))"
  }

  /// The first block, the last, and others in even distances; of a small file all bytes.
  private static func sample(of file: InputFile) throws -> UInt64 {
    if file.storedByteCount <= blockSize * blockCount {
      return Checksum.of(try file.bytes(0..<file.storedByteCount))
    }
    let room = file.storedByteCount - blockSize
    var sample: UInt64 = 0
    for number in 0..<blockCount {
      let offset = Int(Double(room) * Double(number) / Double(blockCount - 1))
      sample = Checksum.of(try file.bytes(offset..<offset + blockSize), seed: sample)
    }
    return sample
  }
}

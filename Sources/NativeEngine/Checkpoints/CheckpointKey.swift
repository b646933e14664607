/// What a checkpoint is of: two are of the same thing when their stages and texts are equal.
///
/// The text names everything that the content depends on. It is kept in the file and compared; the
/// file's name carries only a hash of it.
struct CheckpointKey: Hashable, Sendable {
  let stage: CheckpointStage
  let text: String

  /// The stage and a hash: `<stage>-<32 hexadecimal digits>.checkpoint`.
  var fileName: String {
    let text = Array(text.utf8)
    let hash = Checksum.text(Checksum.of(text)) + Checksum.text(Checksum.of(text, seed: 1))
    return "\(stage.rawValue)-\(hash)\(CheckpointName.suffix)"
  }
}

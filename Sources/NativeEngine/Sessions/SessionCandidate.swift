/// A session that may rank, without any text: users are numbered in the order of their ids.
struct SessionCandidate: BitwiseCopyable, Sendable {
  let user: Int
  let start: UInt32
  let end: UInt32
  /// Index of its first listen among the user's.
  let firstListen: Int
  let trackCount: Int

  var durationSeconds: Int { Int(end) - Int(start) }
}

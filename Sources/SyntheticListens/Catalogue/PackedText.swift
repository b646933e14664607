/// Up to eight bytes of UTF-8 in one word, the first byte lowest: written with a single store.
struct PackedText {
  let word: UInt64
  let count: Int

  /// Packs `text`, which has at most eight bytes.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    precondition(bytes.count <= 8, "\(text) has more than eight bytes")
    word = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    count = bytes.count
  }
}

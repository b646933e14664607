import ArrowStream
import ListeningSessions

extension ArrowTable {
  /// A whole number of a row; 0 for none.
  func int(_ name: String, _ row: Int) throws(ArrowStreamError) -> Int {
    Int(try column(name).int64(row) ?? 0)
  }

  /// A truth value of a row; false for none.
  func bool(_ name: String, _ row: Int) throws(ArrowStreamError) -> Bool {
    try column(name).bool(row) ?? false
  }

  /// The bytes of a row; empty for none.
  func bytes(_ name: String, _ row: Int) throws(ArrowStreamError) -> [UInt8] {
    try column(name).bytes(row).map { Array($0) } ?? []
  }

  /// A text of a row, as it is.
  func text(_ name: String, _ row: Int) throws(ArrowStreamError) -> Text {
    Text(utf8: try bytes(name, row))
  }
}

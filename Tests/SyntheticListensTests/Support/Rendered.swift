@testable import SyntheticListens

/// The text that `write` appends.
func rendered(_ write: (inout RowText) -> Void) -> [UInt8] {
  var block = [UInt8](repeating: 0, count: 1024)
  var end = 0
  do {
    var text = RowText(block.mutableSpan, end: 0)
    write(&text)
    end = text.end
  }
  return Array(block.prefix(end))
}

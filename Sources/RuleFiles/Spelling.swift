/// Finds the name that somebody probably meant.
enum Spelling {
  /// The name that the fewest edits lead to, the first of equals; nil without names.
  static func nearest(to word: String, among names: [String]) -> String? {
    names.min { distance(word, $0) < distance(word, $1) }
  }

  /// Levenshtein's distance: insertions, deletions and replacements of characters, case ignored.
  ///
  /// - Complexity: O(length × length).
  static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right.lowercased())
    // The distances from the letters of `left` seen so far to each beginning of `right`.
    var row = Array(0...right.count)
    for (index, letter) in left.lowercased().enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let replaced = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}

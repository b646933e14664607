import ListeningSessions

/// Pieces of SQL text that several queries share, and values as SQL literals.
enum SQL {
  /// What is neither white space nor a control character, as Java spells it.
  private static let visible = #"r'[^\p{IsWhite_Space}\p{Cc}]'"#

  /// Whether a text says nothing; the first character nearly always decides.
  static func isBlank(_ column: String) -> String {
    "(ascii(\(column)) NOT BETWEEN 33 AND 126 AND NOT rlike(\(column), \(visible)))"
  }

  /// Whether a text is a UUID.
  static func isUUID(_ column: String) -> String {
    "rlike(\(column), '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$') "
      + "AND octet_length(\(column)) = 36"
  }

  /// Whether a text holds a control character.
  static func holdsControl(_ column: String) -> String {
    #"rlike(\#(column), r'\p{Cc}')"#
  }

  /// A text as a literal that says its bytes, so that nothing in it needs an escape.
  static func literal(_ text: Text) -> String {
    "CAST(X'\(hexadecimal(text.utf8))' AS STRING)"
  }

  /// A text as a literal that shows it.
  static func quoted(_ text: String) -> String {
    "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
  }

  /// The first `limit` positions of each rule, of a relation with `rule` and `pos`.
  static func firstOfEachRule(_ relation: String, limit: Int) -> String {
    """
    SELECT rule, pos FROM (
      SELECT rule, pos, row_number() OVER (PARTITION BY rule ORDER BY pos) AS place
      FROM (\(relation)) WHERE pos IS NOT NULL)
    WHERE place <= \(limit)
    """
  }

  /// Rows of `rule` and `pos`, one for each rule that a row of `relation` fails.
  static func failures(
    _ rules: [(rule: String, position: String)], in relation: String
  ) -> String {
    let pairs = rules.map { "'\($0.rule)', \($0.position)" }.joined(separator: ",\n    ")
    return "SELECT stack(\(rules.count), \(pairs)) AS (rule, pos) FROM \(relation)"
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}

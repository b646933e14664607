/// A JSON value whose objects keep the order in which they were written.
///
///     let value: JSONValue = ["name": "a", "count": 2, "note": nil]
///     String(decoding: value.utf8, as: UTF8.self)  // {"name":"a","count":2}
enum JSONValue: Sendable {
  case string(String)
  case integer(Int)
  case bool(Bool)
  case array([JSONValue])
  /// Members whose value is nil are left out.
  case object([(name: String, value: JSONValue?)])

  /// The value in one line of UTF-8.
  var utf8: [UInt8] {
    var text = ""
    write(to: &text)
    return [UInt8](text.utf8)
  }

  private func write(to text: inout String) {
    switch self {
    case .string(let string): JSONValue.quote(string, to: &text)
    case .integer(let number): text += "\(number)"
    case .bool(let flag): text += flag ? "true" : "false"
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        element.write(to: &text)
      }
      text += "]"
    case .object(let members): JSONValue.write(members, to: &text)
    }
  }

  private static func write(
    _ members: [(name: String, value: JSONValue?)], to text: inout String
  ) {
    text += "{"
    var separator = ""
    for case (let name, let value?) in members {
      text += separator
      quote(name, to: &text)
      text += ":"
      value.write(to: &text)
      separator = ","
    }
    text += "}"
  }

  private static func quote(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSONValue?)...) {
    self = .object(elements.map { (name: $0.0, value: $0.1) })
  }
}

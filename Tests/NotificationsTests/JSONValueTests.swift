import Foundation
import Testing

@testable import Notifications

struct JSONValueTests {
  @Test func membersKeepTheirOrderAndNilIsLeftOut() {
    let value: JSONValue = ["b": 1, "a": [true.json, "x"], "none": nil, "o": [:]]
    #expect(String(decoding: value.utf8, as: UTF8.self) == #"{"b":1,"a":[true,"x"],"o":{}}"#)
  }

  @Test func stringsComeBackAsTheyWere() throws {
    let string = "\"\\/\n\t\u{0}\u{1F}\u{7F}\u{E9}\u{1F600}\u{2028}\r\n"
    let decoded = try JSONDecoder().decode(
      [String].self, from: Data(JSONValue.array([.string(string)]).utf8))
    #expect(decoded == [string])
  }
}

extension Bool {
  fileprivate var json: JSONValue { .bool(self) }
}

import Foundation
import FoundationXML

/// The elements of a JUnit document in order, as a real parser reads them.
final class XMLElements: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// The case that it is or stands in.
    let testCase: String?
  }

  private var elements: [Element] = []
  private var testCase: String?

  /// Reads a document; throws when it is not well-formed.
  static func read(_ bytes: [UInt8]) throws -> [Element] {
    let reader = XMLElements()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    return reader.elements
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if name == "testcase" { testCase = attributes["name"] }
    elements.append(Element(name: name, attributes: attributes, testCase: testCase))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "testcase" { testCase = nil }
  }
}

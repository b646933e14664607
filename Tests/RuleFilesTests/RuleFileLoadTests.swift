import Foundation
import ListeningSessions
import RuleFiles
import Testing

struct RuleFileLoadTests {
  private let path =
    FileManager.default.temporaryDirectory.path + "/rules-\(UUID().uuidString).yaml"

  @Test func aFileIsRead() throws {
    try write(Data("rules: { volume_rows: { enabled: false } }".utf8))
    defer { remove() }
    #expect(try RuleFile.load(path).settings["volume_rows"]?.isEnabled == false)
  }

  @Test func theErrorNamesTheFile() throws {
    try write(Data("\nscores: 9".utf8))
    defer { remove() }
    let error = try refusal(path)
    #expect(error.message == "\(path):2: unknown key 'scores'")
  }

  @Test func aMissingFileIsRefused() throws {
    let error = try refusal(path)
    #expect(error.message == "cannot read the rule set \(path): there is no such file")
    #expect(error.advice == "give a YAML file with the keys score, parameters, rules")
  }

  @Test func aDirectoryIsRefused() throws {
    let error = try refusal(FileManager.default.temporaryDirectory.path)
    #expect(error.message.hasPrefix("cannot read the rule set "))
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    try write(Data([0x61, 0xFF, 0xFE, 0x0A]))
    defer { remove() }
    #expect(try refusal(path).message.hasSuffix("it is not UTF-8 text"))
  }

  @Test func aHistoryGivenByMistakeIsNotReadIn() throws {
    try write(Data(repeating: 0x61, count: 1 << 20 + 1))
    defer { remove() }
    #expect(try refusal(path).message.contains("a rule set at most 1048576"))
  }

  private func write(_ data: Data) throws { try data.write(to: URL(filePath: path)) }

  private func remove() { try? FileManager.default.removeItem(atPath: path) }

  private func refusal(_ path: String) throws -> AnalysisError {
    let error = try #require(throws: AnalysisError.self) { try RuleFile.load(path) }
    #expect(error.code == .configuration)
    return error
  }
}

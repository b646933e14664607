import FoundationEssentials
import ListeningSessions

/// What a checkpoint of the second stage keeps beside the sessions, as JSON.
struct SessionState: Codable {
  let sessionCount: Int
  let lengthTally: RuleTally?
  /// `ListenFile.identity` of what they were cut from.
  let listens: UInt64

  var json: [UInt8] {
    get throws { try [UInt8](JSONEncoder().encode(self)) }
  }

  init(sessionCount: Int, lengthTally: RuleTally?, listens: UInt64) {
    self.sessionCount = sessionCount
    self.lengthTally = lengthTally
    self.listens = listens
  }

  init(json: [UInt8]) throws {
    do {
      self = try JSONDecoder().decode(SessionState.self, from: Data(json))
    } catch {
      throw DamagedCheckpoint("its state cannot be read: \(error)")
    }
  }
}

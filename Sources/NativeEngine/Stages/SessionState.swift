import FoundationEssentials
import ListeningSessions

/// What a checkpoint of the second stage keeps beside the sessions, as JSON.
struct SessionState: Codable {
  let lengthTally: RuleTally?

  var json: [UInt8] {
    get throws { try [UInt8](JSONEncoder().encode(self)) }
  }

  init(lengthTally: RuleTally?) {
    self.lengthTally = lengthTally
  }

  init(json: [UInt8]) throws {
    do {
      self = try JSONDecoder().decode(SessionState.self, from: Data(json))
    } catch {
      throw DamagedCheckpoint("its state cannot be read: \(error)")
    }
  }
}

/// What the tests read of `run.json` and of `counts.json`.
struct RunFile: Decodable {
  struct Counts: Decodable, Equatable {
    let rows: Int
    let blank_lines: Int
    let duplicates: Int
    let listens: Int
    let rejected: [String: Int]
    /// Not in the truth of a generated history.
    let users: Int?
    let sessions: Int?
  }

  struct Profiles: Decodable, Equatable {
    struct Fault: Decodable, Equatable {
      let count: Int
      let lines: [Int]
    }

    let rows: Int
    let blank_lines: Int
    let users: Int
    let faults: [String: Fault]
    let listeners: Int
    let matched_listeners: Int
  }

  let counts: Counts
  let profiles: Profiles?
}

import Foundation
import ListeningSessions
import Testing

@testable import SparkEngine

/// Answers of Spark 4.1.4, cut down to what is read of them.
struct ClusterUseTests {
  private static let jobs = """
    [{"jobId": 3, "status": "SUCCEEDED", "stageIds": [4, 5],
      "jobTags": ["SparkConnect_OperationTag_User_root_Session_0a-1b_Operation_9"]},
     {"jobId": 2, "status": "SUCCEEDED", "stageIds": [3],
      "jobTags": ["SparkConnect_OperationTag_User_root_Session_ff-ff_Operation_8"]},
     {"jobId": 1, "status": "SUCCEEDED", "stageIds": [1], "jobTags": []}]
    """
  private static let stages = """
    [{"status": "COMPLETE", "stageId": 5, "attemptId": 0, "numCompleteTasks": 3,
      "diskBytesSpilled": 70, "memoryBytesSpilled": 900, "rddIds": [11, 12]},
     {"status": "COMPLETE", "stageId": 4, "attemptId": 0, "numCompleteTasks": 2,
      "diskBytesSpilled": 30, "memoryBytesSpilled": 90, "rddIds": [10, 12]},
     {"status": "COMPLETE", "stageId": 3, "attemptId": 0, "numCompleteTasks": 8,
      "diskBytesSpilled": 1, "memoryBytesSpilled": 0, "rddIds": [12, 13]},
     {"status": "COMPLETE", "stageId": 1, "attemptId": 0, "numCompleteTasks": 8,
      "diskBytesSpilled": 1, "memoryBytesSpilled": 0, "rddIds": [12]}]
    """
  private static let kept = """
    [{"id": 12, "name": "In-memory table sidelong_rows", "numPartitions": 2,
      "numCachedPartitions": 2, "memoryUsed": 4096, "diskUsed": 512},
     {"id": 13, "name": "In-memory table of_somebody_else", "numPartitions": 8,
      "numCachedPartitions": 8, "memoryUsed": 1, "diskUsed": 1}]
    """

  private func use(of sessionID: String) throws -> ClusterUse {
    let decoder = JSONDecoder()
    return ClusterUse(
      of: sessionID,
      jobs: try decoder.decode([ClusterUse.Job].self, from: Data(Self.jobs.utf8)),
      stages: try decoder.decode([ClusterUse.Stage].self, from: Data(Self.stages.utf8)),
      kept: try decoder.decode([ClusterUse.Kept].self, from: Data(Self.kept.utf8)))
  }

  @Test func onlyTheSessionsOwnStagesCount() throws {
    #expect(try use(of: "0a-1b").spilledBytes == 100)
    #expect(try use(of: "none").spilledBytes == 0)
  }

  @Test func readsOfItsKeptTablesAreCounted() throws {
    let storage = try use(of: "0a-1b").storage
    #expect(storage.partitions == 2 && storage.memoryBytes == 4096 && storage.diskBytes == 512)
    #expect(storage.reads == 5 && storage.hits == 3 && storage.hitRatio == 0.6)
    #expect(try use(of: "none").storage.reads == 0)
  }
}

import SparkEngine
import Testing

struct PartitionStrategyTests {
  @Test(arguments: [
    ("local", 8, 0, 3), ("local[2]", 8, 1000, 20), ("local[2]", 8, 10, 6), ("local[*]", 8, 0, 24),
    ("local[4,3]", 8, 0, 12), ("local-cluster[2,1,1024]", 8, 10, 200),
    ("spark://host:7077", 8, 5000, 500), ("yarn", 8, 1999, 200),
    ("k8s://https://host", 8, 2010, 201),
  ])
  func spreadsByCoresOnOneMachineAndByUsersOnACluster(
    master: String, processors: Int, users: Int, partitions: Int
  ) {
    let strategy = PartitionStrategy(master: master, processors: processors)
    #expect(strategy.partitions(users: users) == partitions)
  }

  @Test(arguments: [(7, 7), (1, 1), (0, 1)])
  func takesTheUsersNumberInAnyCase(override: Int, partitions: Int) {
    for master in ["local[2]", "spark://host:7077"] {
      let strategy = PartitionStrategy(master: master, processors: 2, override: override)
      #expect(strategy.partitions(users: 1_000_000) == partitions)
    }
  }
}

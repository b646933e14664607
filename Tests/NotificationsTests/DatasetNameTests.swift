import Testing

@testable import Notifications

struct DatasetNameTests {
  @Test(arguments: [
    ("a.tsv", "file", "/data/run/a.tsv"), ("../b.tsv", "file", "/data/b.tsv"),
    ("./c//d.tsv", "file", "/data/run/c/d.tsv"), ("/e/f.tsv", "file", "/e/f.tsv"),
    ("-", "file", "/dev/stdin"), ("file:///x/y.tsv", "file", "/x/y.tsv"),
    ("s3a://bucket/a/b.tsv", "s3://bucket", "a/b.tsv"), ("gs://bucket/a", "gs://bucket", "a"),
    ("hdfs://host:8020/a/b.tsv", "hdfs://host:8020", "/a/b.tsv"),
  ])
  func ofPathsAndURLs(path: String, namespace: String, name: String) {
    let found = DatasetName(path, in: "/data/run")
    #expect(found.namespace == namespace && found.name == name)
  }
}

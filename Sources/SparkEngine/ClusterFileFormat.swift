/// The form of files that the cluster writes.
public enum ClusterFileFormat: String, CaseIterable, Sendable {
  case tsv, parquet
}

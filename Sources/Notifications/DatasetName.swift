import SystemPackage

/// The name of a data set in the form that OpenLineage gives to files and to objects in stores.
struct DatasetName: Hashable, Sendable {
  let namespace: String
  let name: String

  /// - Parameters:
  ///   - path: a path or a URL, as the user wrote it; `-` is standard input.
  ///   - directory: what relative paths start from.
  init(_ path: String, in directory: String) {
    guard let url = path.wholeMatch(of: /([A-Za-z][A-Za-z0-9+.\-]*):\/\/([^\/]*)\/(.*)/) else {
      namespace = "file"
      // `pushing` an absolute path replaces the directory.
      name =
        path == "-"
        ? "/dev/stdin" : FilePath(directory).pushing(FilePath(path)).lexicallyNormalized().string
      return
    }
    let (scheme, place, key) = (url.1.lowercased(), url.2, String(url.3))
    switch scheme {
    case "file": (namespace, name) = ("file", "/" + key)
    // One store, whichever client reads it; its keys do not begin with a slash.
    case "s3", "s3a", "s3n": (namespace, name) = ("s3://\(place)", key)
    case "gs": (namespace, name) = ("gs://\(place)", key)
    default: (namespace, name) = ("\(scheme)://\(place)", "/" + key)
    }
  }
}

import CFileNames
import SystemPackage

/// The operations on names of files that the system package has no call for.
enum FileNames {
  /// Gives a file another name, in place of a file that had it.
  static func move(_ old: String, to new: String) throws(Errno) {
    let paths = Array(old.utf8CString) + Array(new.utf8CString)
    try require(sidelong_rename(paths.span))
  }

  /// Removes a file, if there is one.
  static func remove(_ path: String) {
    let path = Array(path.utf8CString)
    _ = sidelong_unlink(path.span)
  }

  /// Makes a directory in one that exists.
  static func makeDirectory(_ path: String) throws(Errno) {
    let path = Array(path.utf8CString)
    try require(sidelong_mkdir(path.span))
  }

  private static func require(_ error: CInt) throws(Errno) {
    if error != 0 { throw Errno(rawValue: error) }
  }
}

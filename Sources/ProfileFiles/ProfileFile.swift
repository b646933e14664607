import Foundation
public import ListeningSessions
import SystemPackage

/// A file of profiles in the form of Last.fm-1K's `userid-profile.tsv`.
public enum ProfileFile {
  /// More than the profiles of 20 million users, and less than a history given by mistake may have.
  static let largestByteCount = 1 << 30

  /// Reads the profiles in a file, or in a pipe to its end.
  ///
  /// - Throws: `AnalysisError`: `noInput` when there is no such file, it may not be read or is empty;
  ///   `unusableProfiles` when something else is in it; `inputOutput` when reading fails half way.
  public static func load(_ path: String) throws -> ListenerProfiles {
    let file = try open(path)
    var bytes: [UInt8] = []
    while let piece = try piece(of: file, path) {
      bytes += piece
      if bytes.count > largestByteCount { throw tooLarge(path) }
    }
    return try ListenerProfiles(of: bytes, path: path)
  }

  /// Opens a file or a pipe; what else there is cannot hold profiles.
  private static func open(_ path: String) throws -> FileHandle {
    let path = FilePath(path)
    do {
      let status = try path.stat()
      guard [.regular, .fifo].contains(status.type) else {
        throw cannotRead(path.string, .noInput, "it is no file")
      }
      if status.size > largestByteCount { throw tooLarge(path.string) }
      let descriptor = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
      return FileHandle(fileDescriptor: descriptor.rawValue, closeOnDealloc: true)
    } catch let error as Errno {
      throw cannotRead(path.string, .noInput, "\(error)")
    }
  }

  /// The next bytes, nil at the end.
  private static func piece(of file: FileHandle, _ path: String) throws -> Data? {
    do {
      let piece = try file.read(upToCount: 1 << 20)
      return piece?.isEmpty == true ? nil : piece
    } catch {
      let cause = (error as NSError).userInfo["NSUnderlyingError"] as? NSError
      let reason = cause.map { "\(Errno(rawValue: CInt($0.code)))" }
      throw cannotRead(path, .inputOutput, reason ?? "\(error)")
    }
  }

  private static func tooLarge(_ path: String) -> AnalysisError {
    cannotRead(path, .unusableProfiles, "it has more than \(largestByteCount) bytes")
  }

  private static func cannotRead(
    _ path: String, _ code: AnalysisError.Code, _ reason: String
  ) -> AnalysisError {
    AnalysisError(
      code, "cannot read the profiles \(path): \(reason)",
      advice: code == .inputOutput
        ? "see that its disk can be read, and run again" : ListenerProfiles.advice)
  }
}

import ListeningSessions
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written beside the one it replaces, and takes its name when it is whole.
///
/// Until then, and when anything fails, an older file of that name stays as it was. What was
/// written goes when the value does, unless `UnfinishedFiles.publish` has given it its name.
public final class WholeFile {
  /// The name that the file will have.
  public let path: String
  /// Hidden, in the same directory, and of this process, so that two runs never share one.
  let partialPath: String
  private let unfinished: UnfinishedFiles
  private let descriptor: FileDescriptor
  private var buffer: [UInt8] = []
  private static let pieceSize = 1 << 18
  private var isOpen = true

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: its name in the end.
  ///   - unfinished: takes it among the files to be removed on an interrupt.
  /// - Throws: `AnalysisError.cannotCreateOutput`.
  public init(_ path: String, among unfinished: UnfinishedFiles) throws {
    self.path = path
    self.unfinished = unfinished
    partialPath = WholeFile.partialPath(for: path)
    if path.isEmpty { throw WholeFile.cannotCreate("the output", "its name is empty") }
    // Renaming over a device or a pipe would replace it, and over a directory fails too late.
    if let status = try? FilePath(path).stat(), status.type != .regular {
      throw WholeFile.cannotCreate(path, "it is there and is not a file")
    }
    do {
      let partial = FilePath(partialPath)
      descriptor = try unfinished.begin(partialPath) {
        try FileDescriptor.open(
          partial, .writeOnly, options: [.create, .truncate, .closeOnExec],
          permissions: [.ownerReadWrite, .groupRead, .otherRead])
      }
    } catch {
      throw WholeFile.cannotCreate(path, "\(error)")
    }
  }

  deinit {
    if isOpen { try? descriptor.close() }
    unfinished.remove(partialPath)
  }

  /// Appends bytes; they reach the disk in larger pieces.
  public func append(_ bytes: some Sequence<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= WholeFile.pieceSize { try flush() }
  }

  /// Appends bytes; many of them are written as they are, without a copy.
  public func append(_ bytes: [UInt8]) throws {
    guard bytes.count >= WholeFile.pieceSize else { return try append(bytes[...]) }
    try flush()
    do { _ = try descriptor.writeAll(bytes) } catch { throw cannotWrite(error) }
  }

  /// Writes what is left and closes the file, still under its partial name.
  func finish() throws {
    guard isOpen else { return }
    try flush()
    isOpen = false
    do { try descriptor.close() } catch { throw cannotWrite(error) }
  }

  func takeName() throws {
    do { try FileNames.move(partialPath, to: path) } catch { throw cannotWrite(error) }
  }

  private func flush() throws {
    do { _ = try descriptor.writeAll(buffer) } catch { throw cannotWrite(error) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func cannotWrite(_ error: any Error) -> AnalysisError {
    AnalysisError(
      .inputOutput, "cannot write \(path): \(error)",
      advice: "make room or choose another place with --output")
  }

  private static func cannotCreate(_ path: String, _ cause: String) -> AnalysisError {
    AnalysisError(
      .cannotCreateOutput, "cannot create \(path): \(cause)",
      advice: "choose a place that you may write to with --output")
  }

  private static func partialPath(for path: String) -> String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    return "\(path.dropLast(name.count)).\(name).\(getpid()).partial"
  }
}

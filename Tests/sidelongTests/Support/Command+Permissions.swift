import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Command {
  /// This command as a user whom the permissions of files bind, which they do not bind root.
  ///
  /// Root stays root, or it could not reach a program in its own directories, but gives up the
  /// right to pass over permissions. Where that cannot be done the command fails to start.
  func boundByPermissions() -> Command {
    guard getuid() == 0 else { return self }
    return within("exec setpriv --bounding-set=-dac_override,-dac_read_search -- \"$@\"")
  }
}

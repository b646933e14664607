/// A disk of 64 KiB in memory, which only the command run on it sees and which goes with it.
struct SmallDisk {
  /// Where it is mounted.
  let path: String
  /// The directory whose files it holds at first.
  let content: String
  /// Where its files are to be found in the end.
  let copy: String

  init(at path: String, holding content: String, copiedTo copy: String) {
    self.path = path
    self.content = content
    self.copy = copy
  }

  /// Root can mount, and so can others where they may have name spaces of their own.
  static let isAvailable =
    (try? Command.shell(privately("mount -t tmpfs tmpfs /tmp"), []).run())?
    .exitCode == 0

  /// A script that runs another with mounts of its own, and the same parameters.
  fileprivate static func privately(_ script: String) -> String {
    "exec unshare --user --map-root-user --mount sh -c '\(script)' sh \"$@\""
  }
}

extension Command {
  /// This command with a small disk mounted.
  func on(_ disk: SmallDisk) -> Command {
    let script = """
      disk=$1 content=$2 copy=$3; shift 3
      mount -t tmpfs -o size=64k tmpfs "$disk" && cp "$content"/* "$disk" || exit 1
      "$@"; code=$?
      cp -a "$disk" "$copy" || exit 1
      exit $code
      """
    return .shell(
      SmallDisk.privately(script), [disk.path, disk.content, disk.copy, program] + arguments)
  }
}

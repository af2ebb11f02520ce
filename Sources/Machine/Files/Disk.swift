#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is asked of paths and of the disks that they lie on.
package enum Disk {
  /// The folder of a path; the current one where the path names none.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether less than a block is left for this user in a folder. Media that can only be read have nothing
  /// left either, and are not full.
  package static func isFull(in folder: String) -> Bool {
    var facts = statvfs()
    guard statvfs(folder, &facts) == 0 else { return false }
    return facts.f_bavail == 0 && facts.f_flag & UInt(ST_RDONLY) == 0
  }

  /// Whether a system's error number says that there is no room, on the disk or for this user.
  package static func isFull(_ errno: Int32) -> Bool { errno == ENOSPC || errno == EDQUOT }

  /// Brings a file or folder to the disk; the error number when that fails.
  package static func synchronize(_ path: String) -> Int32? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return errno }
    defer { close(file) }
    return fsync(file) == 0 ? nil : errno
  }
}

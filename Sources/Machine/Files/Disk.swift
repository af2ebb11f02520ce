#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Questions about paths and the file systems they are on.
package enum Disk {
  /// The folder of a path, or "." where it names none.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether the file system of a folder has no free block for this user. Read-only media have none
  /// either, and do not count as full.
  package static func isFull(in folder: String) -> Bool {
    var facts = statvfs()
    guard statvfs(folder, &facts) == 0 else { return false }
    return facts.f_bavail == 0 && facts.f_flag & UInt(ST_RDONLY) == 0
  }

  /// Whether an error number means that there is no space, on the disk or in the user's quota.
  package static func isFull(_ errno: Int32) -> Bool { errno == ENOSPC || errno == EDQUOT }

  /// Flushes a file or folder to the disk with fsync; returns the error number when that fails.
  package static func synchronize(_ path: String) -> Int32? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return errno }
    defer { close(file) }
    return fsync(file) == 0 ? nil : errno
  }
}

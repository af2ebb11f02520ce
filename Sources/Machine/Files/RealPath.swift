package import Glibc

/// Resolves symbolic links in paths.
package enum RealPath {
  /// The path without links, also of a file that does not exist yet. Anything but a file or folder,
  /// such as `/dev/stdout`, is returned unchanged.
  package static func of(_ path: String) -> String {
    var path = path
    for _ in 0..<40 {
      if let facts = facts(of: path) {
        let isOnDisk = [S_IFREG, S_IFDIR].contains(facts.st_mode & S_IFMT)
        return isOnDisk ? resolved(path) ?? path : path
      }
      guard let target = linkTarget(of: path) else { break }
      path = target.hasPrefix("/") ? target : Disk.folder(of: path) + "/" + target
    }
    guard let folder = resolved(Disk.folder(of: path)) else { return path }
    return (folder == "/" ? "" : folder) + "/" + (path.split(separator: "/").last ?? "")
  }

  /// Whether two resolved paths lead to the same file, also through hard links.
  package static func areSame(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard let one = facts(of: one), let other = facts(of: other) else { return false }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    // An invalid string keeps its original path: its folder may be the current one.
    return String(validatingCString: real)
  }

  private static func linkTarget(of path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = readlink(path, start, buffer.count)
      guard count > 0 else { return nil }
      return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }
  }

  package static func facts(of path: String) -> stat? {
    var facts = stat()
    return stat(path, &facts) == 0 ? facts : nil
  }

  package static func size(of path: String) -> Int { facts(of: path).map { Int($0.st_size) } ?? 0 }
}

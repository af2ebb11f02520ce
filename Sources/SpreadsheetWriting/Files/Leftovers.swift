import Machine

#if canImport(Glibc)
  import Glibc
#endif

/// The unfinished temporary files of one target. The writing process holds a lock on each, so an
/// unlocked one was left by a killed process.
struct Leftovers {
  private let folder: String
  private let start: String

  init(of path: String, in folder: String) {
    self.folder = folder
    var name = path.split(separator: "/").last ?? ""
    // A name has at most 255 bytes; the prefix and suffix take up to 20 of them.
    while name.utf8.count > 200 { name.removeLast() }
    start = ".\(name)."
  }

  private static let end = ".part"
  /// Waits for an exclusive lock; a variable for tests.
  var lock: (_ file: Int32) -> Int32 = { flock($0, LOCK_EX) }

  /// Removes the files that no process is writing.
  func clear() {
    guard let entries = opendir(folder) else { return }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(start), name.hasSuffix(Self.end) else { continue }
      let path = folder + "/" + name
      let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      if file < 0 { continue }
      if flock(file, LOCK_EX | LOCK_NB) == 0 { Self.remove(path) }
      close(file)
    }
  }

  /// Removes an unfinished file, and its journal if it is a database.
  static func remove(_ path: String) {
    unlink(path + "-journal")
    unlink(path)
  }

  /// Creates and locks a new file, readable by its owner only. Throws `diskFull` or `notWritable`.
  func begin() throws(WriteError) -> (path: String, hold: Int32) {
    while true {
      let mark = String(UInt64.random(in: 0...UInt64.max), radix: 36)
      let path = folder + "/" + start + mark + Self.end
      let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard file >= 0 else {
        throw Disk.isFull(errno) ? .diskFull(folder) : .notWritable(folder, errno: errno)
      }
      // Where locks are not supported, `clear` removes nothing either.
      while lock(file) != 0, errno == EINTR {}
      var facts = stat()
      // Another process may have removed it before it was locked; then try again.
      if fstat(file, &facts) != 0 || facts.st_nlink > 0 { return (path, file) }
      close(file)
    }
  }
}

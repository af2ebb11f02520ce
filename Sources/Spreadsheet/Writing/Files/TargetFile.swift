internal import CXLSXWriter

#if canImport(Glibc)
  import Glibc
#endif

/// A file that appears whole: written under a name of its own in the same folder, then renamed.
final class TargetFile {
  let path: String
  let folder: String
  /// Where the file is written until it is whole.
  let temporary: String
  private var isCommitted = false

  init(path: String) throws(WriteError) {
    self.path = path
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { String(path[..<$0]) } ?? "."
    folder = parent.isEmpty ? "/" : parent
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    let mark = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    temporary = folder + "/.\(name.prefix(80)).\(mark).part"
    var facts = stat()
    guard stat(folder, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
      throw .folderMissing(folder)
    }
    if stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR {
      throw .notWritable(path, errno: EISDIR)
    }
    let file = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .notWritable(folder, errno: errno) }
    close(file)
  }

  deinit { if !isCommitted { unlink(temporary) } }

  /// Brings the written file to the disk and under its name.
  func commit() throws(WriteError) {
    try synchronize(temporary)
    guard rename(temporary, path) == 0 else { throw .notWritable(path, errno: errno) }
    isCommitted = true
    try synchronize(folder)
  }

  /// What an error of the library means for this file.
  func failure(_ code: lxw_error) -> WriteError {
    let number = errno
    switch code {
    case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
      LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
      return number == ENOSPC || isDiskFull
        ? .diskFull(folder) : .notWritable(path, errno: number)
    default: return .refused(sheet: nil, code: Int(code.rawValue))
    }
  }

  /// Whether less than a block is left for this user.
  private var isDiskFull: Bool {
    var facts = statvfs()
    return statvfs(folder, &facts) == 0 && facts.f_bavail == 0
  }

  private func synchronize(_ path: String) throws(WriteError) {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .notWritable(path, errno: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else {
      throw errno == ENOSPC ? .diskFull(folder) : .notWritable(path, errno: errno)
    }
  }
}

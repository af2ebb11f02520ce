internal import CXLSXWriter
import Machine

#if canImport(Glibc)
  import Glibc
#endif

/// A file written atomically: to a temporary name in the same folder, then renamed. Its owner alone may
/// read it, unless it replaces a file with other permissions.
///
/// Anything but a regular file, such as `/dev/stdout` or a pipe, is not replaced: the finished file is
/// copied into it. Links in the path must be resolved by the caller.
package final class TargetFile {
  package let path: String
  let folder: String
  /// The path of the temporary file.
  package let temporary: String
  private let isDevice: Bool
  /// The locked descriptor, which shows other processes that the file is in use.
  private let hold: Int32
  private var isCommitted = false

  package init(path: String) throws(WriteError) {
    var facts = stat()
    let isThere = stat(path, &facts) == 0
    let kind = isThere ? facts.st_mode & S_IFMT : S_IFREG
    if kind == S_IFDIR || path.hasSuffix("/") { throw .isFolder(path) }
    guard [S_IFREG, S_IFCHR, S_IFIFO].contains(kind) else { throw .notAFile(path) }
    self.path = path
    isDevice = kind != S_IFREG
    folder = isDevice ? Self.scratchFolder : Disk.folder(of: path)
    guard stat(folder, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
      throw .folderMissing(folder)
    }
    let leftovers = Leftovers(of: path, in: folder)
    leftovers.clear()
    (temporary, hold) = try leftovers.begin()
    if isThere, !isDevice, stat(path, &facts) == 0 { fchmod(hold, facts.st_mode & 0o777) }
  }

  deinit {
    if !isCommitted { Leftovers.remove(temporary) }
    close(hold)
  }

  /// Flushes the file to disk and renames it to its path. Throws `diskFull`, `notWritable` or `notRead`.
  package func commit() throws(WriteError) {
    if isDevice { return try handOver() }
    try synchronize(temporary)
    guard rename(temporary, path) == 0 else { throw refusal(errno) }
    isCommitted = true
    try synchronize(folder)
  }

  private func handOver() throws(WriteError) {
    // Non-blocking, so that a pipe without a reader fails instead of waiting.
    let to = open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard to >= 0 else { throw refusal(errno) }
    defer { close(to) }
    _ = fcntl(to, F_SETFL, fcntl(to, F_GETFL) & ~O_NONBLOCK)
    let from = open(temporary, O_RDONLY | O_CLOEXEC)
    guard from >= 0 else { throw .notWritable(temporary, errno: errno) }
    defer { close(from) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(from, &buffer, buffer.count)
      guard count >= 0 else { throw .notWritable(temporary, errno: errno) }
      if count == 0 { return }
      var rest = buffer[..<count]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(to, $0.baseAddress, $0.count) }
        if written < 0, errno == EINTR { continue }
        guard written >= 0 else { throw refusal(errno) }
        rest = rest.dropFirst(written)
      }
    }
  }

  /// The error for a failed write to the path.
  private func refusal(_ number: Int32) -> WriteError {
    if Disk.isFull(number) { return .diskFull(path) }
    return number == ENXIO ? .notRead(path) : .notWritable(path, errno: number)
  }

  /// The folder of unnamed temporary files, and of those for outputs that are not regular files.
  static var scratchFolder: String {
    let told = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return told.isEmpty ? "/var/tmp" : told
  }

  /// The error for a failure code of the library.
  func failure(_ code: lxw_error) -> WriteError {
    let number = errno
    switch code {
    case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
      LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
      return Disk.isFull(number) || isDiskFull
        ? .diskFull(folder) : .notWritable(path, errno: number)
    default: return .refused(sheet: nil, code: Int(code.rawValue))
    }
  }

  /// Whether the file's folder or the temporary folder has no free block for this user.
  private var isDiskFull: Bool {
    [folder, Self.scratchFolder].contains { Disk.isFull(in: $0) }
  }

  private func synchronize(_ path: String) throws(WriteError) {
    guard let code = Disk.synchronize(path) else { return }
    throw Disk.isFull(code) ? .diskFull(folder) : .notWritable(path, errno: code)
  }
}

internal import CXLSXWriter
import Machine

#if canImport(Glibc)
  import Glibc
#endif

/// A file that appears whole: written under a name of its own in the same folder, then renamed. It is
/// for its owner alone, unless the file whose place it takes was for others too.
///
/// What is no file on a disk, such as `/dev/stdout` or a pipe, is never replaced: it is handed the
/// finished file. The path is taken as it is; who names an output has followed its links.
package final class TargetFile {
  package let path: String
  let folder: String
  /// Where the file is written until it is whole.
  package let temporary: String
  private let isDevice: Bool
  /// Held while the file is being written, so that others know it from what a killed program left.
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

  /// Brings the written file to the disk and under its name.
  package func commit() throws(WriteError) {
    if isDevice { return try handOver() }
    try synchronize(temporary)
    guard rename(temporary, path) == 0 else { throw refusal(errno) }
    isCommitted = true
    try synchronize(folder)
  }

  private func handOver() throws(WriteError) {
    // Without waiting: a pipe that nobody reads has no end that could be opened.
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

  /// What keeps the path from taking the file.
  private func refusal(_ number: Int32) -> WriteError {
    if Disk.isFull(number) { return .diskFull(path) }
    return number == ENXIO ? .notRead(path) : .notWritable(path, errno: number)
  }

  /// Where files without a name of their own are made: what a killed program leaves there is nobody's.
  static var scratchFolder: String {
    let told = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return told.isEmpty ? "/var/tmp" : told
  }

  /// What an error of the library means for this file.
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

  /// Whether less than a block is left for this user, here or where parts of the file are put aside.
  private var isDiskFull: Bool {
    [folder, Self.scratchFolder].contains { Disk.isFull(in: $0) }
  }

  private func synchronize(_ path: String) throws(WriteError) {
    guard let code = Disk.synchronize(path) else { return }
    throw Disk.isFull(code) ? .diskFull(folder) : .notWritable(path, errno: code)
  }
}

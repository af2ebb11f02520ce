import CRename
import Engine
import Glibc

/// File operations that have reached the disk when they return.
enum DurableFile {
  /// Makes an empty file for its owner alone where there is none.
  static func create(_ path: String) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {
      throw failure(path, "create")
    }
  }

  /// Copies what is in a file into a new one, for its owner alone.
  static func copy(_ source: String, to target: String) throws {
    let from = open(source, O_RDONLY | O_CLOEXEC)
    guard from >= 0 else { throw failure(source, "open") }
    defer { close(from) }
    let to = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard to >= 0 else { throw failure(target, "create") }
    defer { close(to) }
    try withUnsafeTemporaryAllocation(byteCount: 1 << 20, alignment: 16) { buffer in
      while true {
        let count = read(from, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw failure(source, "read") }
        if count == 0 { return }
        var written = 0
        while written < count {
          let more = write(to, buffer.baseAddress.map { $0 + written }, count - written)
          if more < 0, errno == EINTR { continue }
          guard more >= 0 else { throw failure(target, "write") }
          written += more
        }
      }
    }
  }

  static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "open") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path, "sync") }
  }

  /// Removes a file if it is there.
  static func remove(_ path: String) throws {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure(path, "remove") }
  }

  static func rename(_ source: String, to target: String) throws {
    guard Glibc.rename(source, target) == 0 else { throw failure(target, "rename") }
  }

  /// Lets two files change places, in one step where the file system can; else the second is at both
  /// places for a moment. At no moment is there none at the second.
  static func exchange(_ one: String, _ other: String) throws {
    if renameat2(AT_FDCWD, one, AT_FDCWD, other, rename_exchange) == 0 { return }
    guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) else { throw failure(other, "rename") }
    let aside = one + ".old"
    guard link(other, aside) == 0 else { throw failure(aside, "link") }
    try rename(one, to: other)
    try rename(aside, to: one)
  }

  static func failure(_ path: String, _ action: String) -> EngineError {
    switch errno {
    case ENOSPC, EDQUOT: .diskFull(path: path)
    case EACCES, EPERM, EROFS: .notWritable(path: path)
    default: .file(path: path, action: action, errno: errno)
    }
  }
}

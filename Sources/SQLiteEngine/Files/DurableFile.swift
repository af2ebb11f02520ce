import CRename
import Engine
import Glibc
import Machine

/// File operations that are on the disk when they return.
enum DurableFile {
  /// Creates an empty file, readable by its owner only, if there is none.
  static func create(_ path: String) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {
      throw failure(path, "create")
    }
  }

  /// Copies the contents of a file into a new one, readable by its owner only.
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
    if let code = Disk.synchronize(path) { throw failure(path, "sync", code) }
  }

  /// Removes a file if it exists.
  static func remove(_ path: String) throws {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure(path, "remove") }
  }

  static func rename(_ source: String, to target: String) throws {
    guard Glibc.rename(source, target) == 0 else { throw failure(target, "rename") }
  }

  /// Exchanges two files, atomically if the file system can; otherwise the second has both names for a moment or,
  /// without hard links, none. Returns the path of the second file, which differs from `one` if the last rename
  /// failed.
  static func exchange(_ one: String, _ other: String) throws -> String {
    if renameat2(AT_FDCWD, one, AT_FDCWD, other, rename_exchange) == 0 { return one }
    guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) else { throw failure(other, "rename") }
    return try exchangeInSteps(one, other) { Glibc.link($0, $1) }
  }

  /// The same in separate steps; `link` makes a hard link.
  static func exchangeInSteps(
    _ one: String, _ other: String, link: (String, String) -> Int32
  ) throws -> String {
    let aside = one + ".old"
    let isLinked = link(other, aside) == 0
    if !isLinked { try rename(other, to: aside) }
    do {
      try rename(one, to: other)
    } catch {
      if isLinked { try? remove(aside) } else { try? rename(aside, to: other) }
      throw error
    }
    // The first file is in place: the second stays where it is if it cannot be renamed.
    return Glibc.rename(aside, one) == 0 ? one : aside
  }

  /// Makes a hard link to a file, or a copy where hard links are not supported.
  static func double(_ source: String, as target: String) throws {
    if link(source, target) == 0 { return }
    guard errno != EEXIST else { throw failure(target, "link") }
    do {
      try copy(source, to: target)
      try sync(target)
    } catch {
      try? remove(target)
      throw error
    }
  }

  static func failure(
    _ path: String, _ action: String, _ code: Int32 = errno
  ) -> EngineError {
    if Disk.isFull(code) { return .diskFull(path: path) }
    return [EACCES, EPERM, EROFS].contains(code)
      ? .notWritable(path: path) : .file(path: path, action: action, errno: code)
  }
}

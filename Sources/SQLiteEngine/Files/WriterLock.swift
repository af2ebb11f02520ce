import Engine
import Glibc
import Machine

/// The permission to write, held by one process at a time: an advisory lock on a file beside the ledger.
///
/// SQLite 3.40.1 can lose a transaction when a second writer resets the WAL, so a writer holds the lock from before
/// it opens the database until after it has closed it.
final class WriterLock: Sendable {
  private let descriptor: Int32

  /// Waits for the lock. Throws `busy` on timeout, and whatever `waits` throws meanwhile.
  convenience init(
    _ files: LedgerFiles, timeout: Duration, _ waits: () throws -> Void = {}
  ) throws {
    // Anyone who can write the ledger can take its lock.
    let mode = RealPath.facts(of: files.main).map { $0.st_mode & 0o666 } ?? 0o600
    let descriptor = open(files.lock, O_RDWR | O_CREAT | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      let code = errno
      if code == EACCES || code == EROFS || code == EPERM {
        // If the ledger is writable, the lock file belongs to another user.
        throw EngineError.notWritable(
          path: access(files.main, W_OK) == 0 && access(files.lock, F_OK) == 0
            ? files.lock : files.main)
      }
      if code == ENOENT { throw EngineError.missing(path: files.main) }
      if Disk.isFull(code) { throw EngineError.diskFull(path: files.main) }
      throw EngineError.file(path: files.lock, action: "open", errno: code)
    }
    // The umask may have masked the mode, and the ledger's mode may have changed since.
    fchmod(descriptor, mode)
    try self.init(descriptor, LOCK_EX, files, timeout, waits)
  }

  /// Takes a shared lock while a file is read, without altering anything beside it; nil if there is no lock file or
  /// it cannot be opened.
  static func keepingWritersOut(
    of files: LedgerFiles, timeout: Duration
  ) throws -> WriterLock? {
    let descriptor = open(files.lock, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
    return try WriterLock(descriptor, LOCK_SH, files, timeout)
  }

  private init(
    _ descriptor: Int32, _ kind: Int32, _ files: LedgerFiles, _ timeout: Duration,
    _ waits: () throws -> Void = {}
  ) throws {
    self.descriptor = descriptor
    let clock = ContinuousClock()
    let deadline = clock.now + timeout
    while flock(descriptor, kind | LOCK_NB) != 0 {
      let code = errno
      guard code == EWOULDBLOCK || code == EINTR else {
        throw EngineError.file(path: files.lock, action: "lock", errno: code)
      }
      guard clock.now < deadline else { throw EngineError.busy(path: files.main) }
      try waits()
      usleep(20_000)
    }
  }

  /// Admits the next writer. Closing the file does so too, even for a killed process.
  func release() { flock(descriptor, LOCK_UN) }

  deinit { close(descriptor) }
}

import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The right to write, held by one process at a time: an advisory lock on a file beside the ledger.
///
/// SQLite 3.40.1 can lose a transaction when a second writer resets the WAL, so writers
/// take turns from before they open the database until after they have closed it.
final class WriterLock: Sendable {
  private let descriptor: Int32

  /// Waits for the lock; throws `busy` when it is not free in time.
  init(path: String, timeout: Duration) throws {
    let file = path + ".lock"
    descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let code = errno
      if code == EACCES || code == EROFS || code == EPERM {
        throw StorageError.notWritable(path: path)
      }
      if code == ENOENT { throw StorageError.missing(path: path) }
      throw StorageError.file(path: file, action: "open", errno: code)
    }
    let clock = ContinuousClock()
    let deadline = clock.now + timeout
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      guard code == EWOULDBLOCK || code == EINTR else {
        Glibc.close(descriptor)
        throw StorageError.file(path: file, action: "lock", errno: code)
      }
      guard clock.now < deadline else {
        Glibc.close(descriptor)
        throw StorageError.busy(path: path)
      }
      usleep(20_000)
    }
  }

  /// Lets the next writer in; closing the file does it, so a killed process does it too.
  func release() { flock(descriptor, LOCK_UN) }

  deinit { close(descriptor) }
}

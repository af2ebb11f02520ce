import Foundation
import Glibc
import Storage

/// An exclusive lock on a folder of backups, held by one process at a time.
struct FolderHold {
  private let descriptor: Int32

  /// Waits for the lock; throws `busy` on timeout.
  init(of folder: String, _ patience: Duration, _ interruption: Interruption) throws {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw StorageError.file(path: folder, action: "open", errno: errno)
    }
    let deadline = ContinuousClock.now + patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      do {
        guard errno == EWOULDBLOCK || errno == EINTR else {
          throw StorageError.file(path: folder, action: "lock", errno: errno)
        }
        guard ContinuousClock.now < deadline else { throw StorageError.busy(path: folder) }
        try interruption.check()
      } catch {
        close(descriptor)
        throw error
      }
      usleep(20_000)
    }
  }

  func release() { close(descriptor) }
}

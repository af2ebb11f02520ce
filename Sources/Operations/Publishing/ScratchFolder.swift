import Foundation
import Glibc
import Wording

/// A temporary folder, accessible to this user only. It is locked while in use, so that the next run can tell
/// the leftovers of a killed process.
final class ScratchFolder {
  let path: String
  private let hold: Int32

  private static let start = "taizhang-scratch-"

  /// Creates a folder and deletes unused ones.
  init(in parent: String = NSTemporaryDirectory()) throws {
    Self.clear(parent)
    // Another process may delete the folder as unused before it is locked.
    for _ in 0..<100 {
      let made = (parent as NSString).appendingPathComponent(Self.start + UUID().uuidString)
      guard mkdir(made, 0o700) == 0 else {
        throw OperationError.unreadable(path: parent, errno: errno)
      }
      let folder = open(made, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if folder >= 0, flock(folder, LOCK_EX | LOCK_NB) == 0, Self.stands(folder, at: made) {
        (path, hold) = (made, folder)
        return
      }
      if folder >= 0 { close(folder) }
    }
    throw OperationError.unreadable(path: parent, errno: EBUSY)
  }

  /// Whether an open folder is still the one at the path.
  private static func stands(_ folder: Int32, at path: String) -> Bool {
    var (held, there) = (stat(), stat())
    return fstat(folder, &held) == 0 && lstat(path, &there) == 0
      && held.st_dev == there.st_dev && held.st_ino == there.st_ino
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    close(hold)
  }

  private static func clear(_ parent: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(start) {
      let path = (parent as NSString).appendingPathComponent(name)
      let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if folder < 0 { continue }
      if flock(folder, LOCK_EX | LOCK_NB) == 0 { try? FileManager.default.removeItem(atPath: path) }
      close(folder)
    }
  }
}

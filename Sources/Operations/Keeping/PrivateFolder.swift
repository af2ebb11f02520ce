import Foundation
import Glibc
import Machine
import SpreadsheetWriting

/// A folder for files that belong to a ledger, for its owner alone.
enum PrivateFolder {
  /// Makes it, and those it lies in, where they are not there. Throws `WriteError`.
  static func make(_ path: String) throws {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, path.contains("/") else { throw DraftsFolder.failure(path, errno) }
    try make(Disk.folder(of: path))
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw DraftsFolder.failure(path, errno) }
  }
}

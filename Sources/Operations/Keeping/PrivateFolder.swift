import Foundation
import Glibc
import Machine
import SpreadsheetWriting

/// A folder for a ledger's files, accessible to its owner only.
enum PrivateFolder {
  /// Creates the folder and its missing parents. Throws `WriteError`.
  static func make(_ path: String) throws {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, path.contains("/") else { throw DraftsFolder.failure(path, errno) }
    try make(Disk.folder(of: path))
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw DraftsFolder.failure(path, errno) }
  }
}

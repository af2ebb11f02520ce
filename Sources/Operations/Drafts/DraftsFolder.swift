import Foundation
import Glibc
import Machine
import SpreadsheetWriting
import Storage

/// The folder `drafts` beside a ledger, with a numbered folder for each draft.
///
/// A draft is renamed to its number when it is complete and to a hidden name before it is deleted; leftovers of
/// a killed process are deleted by the next upload.
struct DraftsFolder: Sendable {
  let path: String

  init(beside ledger: String) {
    path = Disk.folder(of: Engines.place(besides: ledger)) + "/drafts"
  }

  private static let receiving = ".receiving-"
  private static let leaving = ".leaving-"

  /// The existing drafts, newest first.
  func all() -> [DraftFolder] {
    names().compactMap { name in
      Int(name).flatMap { String($0) == name && $0 > 0 ? folder($0) : nil }
    }.sorted { $0.number > $1.number }
  }

  func folder(_ number: Int) -> DraftFolder {
    DraftFolder(path: "\(path)/\(number)", number: number)
  }

  /// Creates a hidden folder, locked by the caller.
  func begin() throws -> (path: String, hold: FolderLock) {
    try PrivateFolder.make(path)
    clear()
    while true {
      let mark = String(UInt64.random(in: 0...UInt64.max), radix: 36)
      let new = "\(path)/\(Self.receiving)\(mark)"
      guard mkdir(new, 0o700) == 0 else { throw Self.failure(path, errno) }
      // Another process may delete it as a leftover before it is locked.
      if let hold = FolderLock(new, waits: false) { return (new, hold) }
    }
  }

  /// Renames a complete folder to the next number.
  func number(_ folder: String) throws -> Int {
    var next = (all().first?.number ?? 0) + 1
    // A draft's folder is never empty, so `rename` cannot replace one.
    while rename(folder, "\(path)/\(next)") != 0 {
      guard errno == ENOTEMPTY || errno == EEXIST else { throw Self.failure(path, errno) }
      next += 1
    }
    if let number = Disk.synchronize(path) { throw Self.failure(path, number) }
    return next
  }

  /// Deletes a draft permanently.
  func remove(_ draft: DraftFolder) {
    let mark = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let gone = "\(path)/\(Self.leaving)\(mark)"
    if rename(draft.path, gone) == 0 { Self.remove(gone) }
  }

  static func remove(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }

  /// Deletes folders of abandoned uploads and unfinished deletions.
  private func clear() {
    for name in names() where name.hasPrefix(Self.receiving) || name.hasPrefix(Self.leaving) {
      let folder = "\(path)/\(name)"
      if let hold = FolderLock(folder, waits: false) {
        withExtendedLifetime(hold) { Self.remove(folder) }
      }
    }
  }

  private func names() -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }

  static func failure(_ folder: String, _ number: Int32) -> WriteError {
    Disk.isFull(number) ? .diskFull(folder) : .notWritable(folder, errno: number)
  }
}

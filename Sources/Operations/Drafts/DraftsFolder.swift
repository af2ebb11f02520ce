import Foundation
import Glibc
import Machine
import SpreadsheetWriting
import Storage

/// The folder `drafts` beside a ledger: a numbered folder for each draft.
///
/// A draft appears under its number when it is whole, and is put out of sight before it is taken apart; what a
/// killed program left half done is cleared by the next.
struct DraftsFolder: Sendable {
  let path: String

  init(beside ledger: String) {
    path = Disk.folder(of: Engines.place(besides: ledger)) + "/drafts"
  }

  private static let receiving = ".receiving-"
  private static let leaving = ".leaving-"

  /// The drafts that are there, the latest first.
  func all() -> [DraftFolder] {
    names().compactMap { name in
      Int(name).flatMap { String($0) == name && $0 > 0 ? folder($0) : nil }
    }.sorted { $0.number > $1.number }
  }

  func folder(_ number: Int) -> DraftFolder {
    DraftFolder(path: "\(path)/\(number)", number: number)
  }

  /// Begins a folder that is not seen yet, held by whoever fills it.
  func begin() throws -> (path: String, hold: FolderLock) {
    try PrivateFolder.make(path)
    clear()
    while true {
      let mark = String(UInt64.random(in: 0...UInt64.max), radix: 36)
      let new = "\(path)/\(Self.receiving)\(mark)"
      guard mkdir(new, 0o700) == 0 else { throw Self.failure(path, errno) }
      // Another program may take it for a leftover before it is held.
      if let hold = FolderLock(new, waits: false) { return (new, hold) }
    }
  }

  /// Gives a whole folder the next number.
  func number(_ folder: String) throws -> Int {
    var next = (all().first?.number ?? 0) + 1
    // A draft's folder is never empty, so that none takes the place of another.
    while rename(folder, "\(path)/\(next)") != 0 {
      guard errno == ENOTEMPTY || errno == EEXIST else { throw Self.failure(path, errno) }
      next += 1
    }
    if let number = Disk.synchronize(path) { throw Self.failure(path, number) }
    return next
  }

  /// Takes a draft away for good.
  func remove(_ draft: DraftFolder) {
    let mark = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let gone = "\(path)/\(Self.leaving)\(mark)"
    if rename(draft.path, gone) == 0 { Self.remove(gone) }
  }

  static func remove(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }

  /// Removes what nobody receives any more, and what was not taken apart to the end.
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

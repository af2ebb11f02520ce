import Glibc
import Machine

/// The file of a copy of a backup, beside the ledger that it is to replace.
struct BackupCopy {
  let files: LedgerFiles
  private let target: LedgerFiles
  /// Whether the file is shorter than its page count; its log may hold the missing pages.
  let isShort: Bool
  /// Whether a log or rollback journal was copied with the file.
  var hasLog: Bool { files.isUnsettled }

  /// Copies a file with its log while no writer is active. Clears what a killed restore left: the caller holds the
  /// ledger's lock.
  init(of source: LedgerFiles, beside target: LedgerFiles, timeout: Duration) throws {
    files = LedgerFiles(path: target.main + ".restoring.part")
    self.target = target
    try files.removeAll()
    let lock = try WriterLock.keepingWritersOut(of: source, timeout: timeout)
    defer { lock?.release() }
    do {
      try DurableFile.copy(source.main, to: files.main)
      if RealPath.size(of: source.log) > 0 { try DurableFile.copy(source.log, to: files.log) }
      if RealPath.size(of: source.journal) > 0 {
        try DurableFile.copy(source.journal, to: files.journal)
      }
      isShort = Self.isTruncated(files.main)
    } catch {
      try? files.removeAll()
      throw error
    }
  }

  /// Whether the file is shorter than the page count in its header; false for a file without SQLite's header string.
  private static func isTruncated(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = pread(file, &header, header.count, 0)
    let mark = Array("SQLite format 3\0".utf8)
    guard count >= 0, header.prefix(min(count, mark.count)).elementsEqual(mark.prefix(count)) else {
      return false
    }
    if count < header.count { return true }
    func number(_ place: Int, _ bytes: Int) -> Int {
      header[place..<place + bytes].reduce(0) { $0 << 8 | Int($1) }
    }
    let page = number(16, 2) == 1 ? 65_536 : number(16, 2)
    return RealPath.size(of: path) < page * number(28, 4)
  }

  /// Moves the copy into the ledger's place. The ledger, its log and its rollback journal move to `kept`, so that
  /// none of it affects the copy. Returns the ledger's new path; nil if there was none.
  func moveIn(keepingAs kept: LedgerFiles) throws -> String? {
    let isThere = target.exists
    if isThere {
      try takeModeOfTarget()
      // If killed in between, a second copy of the backup is left over and the ledger is unchanged.
      try DurableFile.rename(files.main, to: kept.main)
    }
    let beside = SetAside(of: target, as: kept)
    do {
      try beside.leave()
      return try isThere ? exchange(kept) : moveToFreePlace()
    } catch let stuck as Stuck {
      throw stuck.error
    } catch {
      beside.putBack()
      throw error
    }
  }

  /// The copy is in place and cannot be moved out again: the ledger's log must not be put back beside it.
  private struct Stuck: Error {
    let error: any Error
  }

  /// Exchanges the copy, which is at the path for the old ledger, and the ledger.
  private func exchange(_ kept: LedgerFiles) throws -> String {
    let replaced: String
    do {
      replaced = try DurableFile.exchange(kept.main, target.main)
    } catch {
      try? DurableFile.remove(kept.main)
      throw error
    }
    do {
      try DurableFile.sync(target.folder)
    } catch {
      // Undone, since it may not survive a power failure.
      guard let copy = try? DurableFile.exchange(replaced, target.main) else {
        throw Stuck(error: error)
      }
      try? DurableFile.remove(copy)
      throw error
    }
    return replaced
  }

  /// Moves the copy to a path without a ledger.
  private func moveToFreePlace() throws -> String? {
    try DurableFile.rename(files.main, to: target.main)
    do {
      try DurableFile.sync(target.folder)
    } catch {
      guard (try? DurableFile.rename(target.main, to: files.main)) != nil else {
        throw Stuck(error: error)
      }
      throw error
    }
    return nil
  }

  /// Gives the copy the owner and permissions of the ledger.
  private func takeModeOfTarget() throws {
    guard let facts = RealPath.facts(of: target.main) else { return }
    // Only the superuser can change the owner.
    _ = chown(files.main, facts.st_uid, facts.st_gid)
    guard chmod(files.main, facts.st_mode & 0o777) == 0 else {
      throw DurableFile.failure(files.main, "chmod")
    }
  }

  /// Removes a copy that was not moved in.
  func remove() { try? files.removeAll() }
}

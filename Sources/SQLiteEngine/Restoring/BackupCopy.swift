import Glibc
import Machine

/// The file of a copy of a backup, beside the ledger that it is to replace.
struct BackupCopy {
  let files: LedgerFiles
  private let target: LedgerFiles
  /// Whether the file ends before its pages do; what is missing may stand in its log.
  let isShort: Bool
  /// Whether something was committed beside the file.
  var hasLog: Bool { files.isUnsettled }

  /// Copies a file with what was committed beside it, while no writer is at it. What a killed restore
  /// left is cleared: the caller holds the ledger's lock.
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

  /// Whether the file ends before the pages that its first one counts; what begins otherwise than a database
  /// never was one.
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

  /// Puts the copy in the ledger's place. The ledger, and what was committed or written halfway beside it,
  /// goes to a path beside; nothing of it may reach its successor. Returns where the ledger is then; nil
  /// when none was there.
  func moveIn(keepingAs kept: LedgerFiles) throws -> String? {
    let isThere = target.exists
    if isThere {
      try takeModeOfTarget()
      // Killed in between, a second copy of the backup is left over, and the ledger is as it was.
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

  /// The copy is in the ledger's place and cannot be taken out again: what stood beside the ledger is not
  /// the copy's.
  private struct Stuck: Error {
    let error: any Error
  }

  /// Lets the copy, which is where the ledger is to be kept, and the ledger change places.
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
      // Back again, since it is not sure to outlast a power cut.
      guard let copy = try? DurableFile.exchange(replaced, target.main) else {
        throw Stuck(error: error)
      }
      try? DurableFile.remove(copy)
      throw error
    }
    return replaced
  }

  /// Moves the copy to where no ledger is.
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

  /// Makes the copy readable by whom the ledger is.
  private func takeModeOfTarget() throws {
    guard let facts = RealPath.facts(of: target.main) else { return }
    // Another owner is for the superuser to give.
    _ = chown(files.main, facts.st_uid, facts.st_gid)
    guard chmod(files.main, facts.st_mode & 0o777) == 0 else {
      throw DurableFile.failure(files.main, "chmod")
    }
  }

  /// Removes what was not moved in.
  func remove() { try? files.removeAll() }
}

import Access
import Foundation
import Ledger
import Logging
import Spreadsheet
import SpreadsheetWriting
import Storage

/// A new backup in a folder.
package struct KeptBackup: Hashable, Sendable {
  package let record: BackupRecord
  /// Names of the older copies that were removed.
  package let removed: [String]
}

extension LedgerOperations {
  /// Writes a copy of the ledger and its record into a folder of backups, and keeps only the newest `keep`
  /// copies.
  package func backUp(toFolder folder: String, keep: Int?) throws -> KeptBackup {
    // Without a ledger, nothing is created.
    try reading { _, _ in }
    try Self.makeFolder(folder)
    let backups = BackupsFolder(path: folder)
    // Concurrent backups run one after the other, so each gets its own name.
    let hold = try FolderHold(of: folder, patience, interruption)
    defer { hold.release() }
    let name = try backups.name(at: now())
    let copy = backups.copy(name)
    try backUp(to: copy)
    let digest = try FileDigest(of: copy, interruption)
    let (entries, head, projects) = try LedgerOperations(path: copy, actor: actor, now: now)
      .reading { store, _ in
        let last = try store.entry(store.revision)
        return (last.number, last.hash, try store.projectCount())
      }
    let record = BackupRecord(
      file: (copy as NSString).lastPathComponent, bytes: digest.bytes, sha256: digest.sha256,
      entries: entries, head: head, projects: projects, at: now(),
      access: try accountsRecord(beside: copy, entries: entries),
      issues: try IssuesFolder(path: IssuesFolder.copy(beside: copy)).record(interruption))
    let file = try TargetFile(path: backups.record(name))
    try record.data.write(to: URL(filePath: file.temporary))
    try file.commit()
    return KeptBackup(record: record, removed: try keep.map(backups.keep) ?? [])
  }

  /// Opens and verifies the backups in a folder, newest first; with `newest` only the newest.
  package func checkBackups(in folder: String, newest: Bool) throws -> [BackupCheck] {
    let backups = BackupsFolder(path: folder)
    guard Self.isFolder(folder) else { throw StorageError.missing(path: folder) }
    let names = try backups.names().reversed()
    let checks = try names.prefix(newest ? 1 : names.count).map { name in
      try interruption.check()
      return try check(name, in: backups)
    }
    if let record = checks.first(where: \.problems.isEmpty)?.record {
      let passed = CheckedBackup(file: record.file, made: record.at, checked: now())
      // The check itself succeeded, so an error when storing it is only reported.
      do { try backups.note(passed) } catch { onUnsettled(error) }
    }
    return checks
  }

  private func check(_ name: String, in backups: BackupsFolder) throws -> BackupCheck {
    let record = try? BackupRecord(readFrom: backups.record(name))
    var problems: [BackupCheck.Problem] = record == nil ? [.withoutRecord] : []
    let copy = backups.copy(name)
    if let record {
      let digest = try FileDigest(of: copy, interruption)
      if digest.bytes != record.bytes || digest.sha256 != record.sha256 {
        problems.append(.otherBytes)
      }
    }
    var operations = LedgerOperations(path: copy, actor: actor, now: now)
    operations.interruption = interruption
    if let known = record?.issues,
      try IssuesFolder(path: IssuesFolder.copy(beside: copy)).record(interruption) != known
    {
      problems.append(.otherIssues)
    }
    do {
      let verification = try operations.verificationOfLedger(expecting: nil)
      if !verification.findings.isEmpty {
        problems.append(.unproved(verification.findings.count))
      } else if let record, let last = verification.last,
        last.number != record.entries || last.hash != record.head
      {
        problems.append(.otherLedger)
      }
      problems += try accountsProblems(of: copy, record, verification.last?.number)
    } catch let error as StorageError {
      Self.log.debug("backup not opened", metadata: ["error": "\(error)"])
      problems.append(.unreadable)
    }
    return BackupCheck(name: name, record: record, problems: problems)
  }

  private func accountsRecord(beside copy: String, entries: Int64) throws -> AccountsRecord? {
    guard try AccessFile.stands(beside: copy) else { return nil }
    let path = AccessFile.path(beside: copy)
    let digest = try FileDigest(of: path, interruption)
    let head = try AccountsLook(beside: copy, entries: entries).head
    return AccountsRecord(
      file: (path as NSString).lastPathComponent, bytes: digest.bytes, sha256: digest.sha256,
      lines: head.number, head: head.hash)
  }

  /// The problems of a copy's accounts; `entries` is the number of its ledger's entries, nil if unknown.
  private func accountsProblems(
    of copy: String, _ record: BackupRecord?, _ entries: Int64?
  ) throws -> [BackupCheck.Problem] {
    guard try AccessFile.stands(beside: copy) else {
      return record?.access == nil ? [] : [.accountsMissing]
    }
    let look: AccountsLook
    do {
      look = try AccountsLook(beside: copy, entries: entries ?? .max)
    } catch {
      Self.log.debug("accounts not opened", metadata: ["error": "\(error)"])
      return [.otherAccounts]
    }
    let digest = try FileDigest(of: AccessFile.path(beside: copy), interruption)
    let known = record?.access
    let isSame = known.map { ($0.bytes, $0.sha256) == (digest.bytes, digest.sha256) }
    var problems: [BackupCheck.Problem] = isSame == false ? [.otherAccounts] : []
    if look.faults > 0 { problems.append(.unprovedAudit(look.faults)) }
    if let entries, look.last > entries || !look.untold.isEmpty {
      problems.append(.unfittingAudit)
    }
    return problems
  }
}

package import Access
import Foundation
package import Ledger
import Logging
package import Storage

/// The result of verifying a ledger.
package struct LedgerVerification: Sendable {
  /// The violations; empty if there are none.
  package let findings: [VerificationFinding]
  /// Notes on valid but remarkable facts.
  package fileprivate(set) var notes: [VerificationNote]
  /// The last entry, whose hash covers all before it; nil if it cannot be read.
  package let last: Entry?
  /// The result for the audit; nil if the ledger has no accounts.
  package var audit: AuditProof?

  /// Whether there are no violations.
  package var passed: Bool { findings.isEmpty && audit?.passed != false }
}

/// The result of verifying the accounts file and its audit.
package struct AuditProof: Hashable, Sendable {
  /// The last line; nil if the file is missing.
  package let head: AuditHead?
  /// The differences from what the lines record.
  package let faults: [AccessFault]
  /// Entries of the ledger without an audit line: either a process was killed in between, or the last lines
  /// were cut off. Only a line noted elsewhere can tell which.
  package var untold: [Int64] = []
  /// Whether the accounts file is missing although the ledger has entries by accounts.
  package var isGone: Bool { head == nil }
  /// Whether the line noted elsewhere is missing.
  package var isOther = false
}

extension AuditProof {
  /// Whether there are no violations.
  package var passed: Bool { faults.isEmpty && !isGone && !isOther }
}

extension LedgerOperations {
  /// The violations in the ledger; empty if there are none.
  package func verify() throws -> [VerificationFinding] { try verification().findings }

  /// Verifies the ledger and rereads its stored files. `head` is an entry and `audit` an audit line noted
  /// elsewhere.
  package func verification(
    expecting head: LedgerHead? = nil, audit: AuditHead? = nil
  ) throws -> LedgerVerification {
    var verification = try verificationOfLedger(expecting: head)
    do {
      verification.audit = try auditProof(
        upTo: verification.last?.number ?? 0, expecting: audit)
    } catch StorageError.notReadable where audit == nil && Engines.isServer(path) {
      verification.notes.append(.auditNotRead)
    }
    return verification
  }

  private func auditProof(
    upTo revision: Int64, expecting noted: AuditHead?
  ) throws -> AuditProof? {
    guard try AccessFile.stands(beside: path) else {
      // An unreadable ledger is reported already.
      let hasActs = (try? hasActsOfAccounts()) ?? false
      return noted != nil || hasActs ? AuditProof(head: nil, faults: []) : nil
    }
    let file = try AccessFile.open(beside: path, now: now)
    defer { try? file.close() }
    return AuditProof(
      head: try file.auditHead(), faults: try file.proof(),
      untold: try file.entriesWithoutLine(upTo: revision),
      isOther: try noted.map { try !file.has($0) } ?? false)
  }

  /// Whether the ledger has entries by accounts, which then must exist.
  package func hasActsOfAccounts() throws -> Bool {
    try reading { store, _ in
      try store.actors().contains(where: Person.isAccount)
    }
  }

  /// Verifies the ledger alone.
  func verificationOfLedger(
    expecting head: LedgerHead?
  ) throws -> LedgerVerification {
    // Nothing is read before it is verified, including the catalogue.
    do {
      let store = try LedgerStore.open(
        path: path, access: .reading, watch: watch, beginning: beginning)
      let outcome = Result { try verification(of: store, expecting: head) }
      try store.close()
      return try outcome.get()
    } catch StorageError.damaged(let table, let row) {
      return LedgerVerification(
        findings: [.unreadable(table: table, row: row)], notes: [], last: nil)
    }
  }

  private func verification(
    of store: LedgerStore, expecting head: LedgerHead?
  ) throws -> LedgerVerification {
    var findings = try store.verify()
    do {
      var notes = try timeNotes(store)
      if let head, let finding = try store.headFinding(head) { findings.append(finding) }
      // Files are not compared with a damaged ledger.
      if findings.isEmpty {
        var files = KeptFiles(store)
        try files.compare()
        findings += files.findings
        notes += files.notes
        let uncovered = try store.uncoveredPublications()
        if uncovered > 0 { notes.append(.uncoveredPublications(uncovered)) }
      }
      return LedgerVerification(
        findings: findings, notes: notes, last: try store.entry(store.revision))
    } catch let error as StorageError where !findings.isEmpty {
      Self.log.debug("not proved to its end", metadata: ["error": "\(error)"])
      return LedgerVerification(findings: findings, notes: [], last: nil)
    }
  }

  private func timeNotes(_ store: LedgerStore) throws -> [VerificationNote] {
    let outOfTime = try store.entriesOutOfTime()
    let last = try store.entry(store.revision)
    let now = now()
    return (outOfTime.isEmpty ? [] : [.outOfTime(outOfTime)])
      + (last.at > now ? [.lastIsToCome(at: last.at, now: now)] : [])
  }
}

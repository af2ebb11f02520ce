package import Access
import Foundation
package import Ledger
import Logging
package import Storage

/// What was found when a ledger was proved.
package struct LedgerVerification: Sendable {
  /// What should hold and does not; empty when all of it holds.
  package let findings: [VerificationFinding]
  /// What is right, and to be known.
  package let notes: [VerificationNote]
  /// The last entry, by which all before it is proved; nil where it cannot be read.
  package let last: Entry?
  /// What was found of the audit; nil where the ledger has no accounts.
  package var audit: AuditProof?

  /// Whether all holds that should.
  package var passed: Bool { findings.isEmpty && audit?.passed != false }
}

/// What was found when the file of accounts and its audit were proved.
package struct AuditProof: Hashable, Sendable {
  /// The last line; nil where the file is gone.
  package let head: AuditHead?
  /// What is not as the lines tell it.
  package let faults: [AccessFault]
  /// Entries of the ledger that no line tells of: a program was ended between the two, or the last lines were cut
  /// off, which only a line that was noted elsewhere tells apart.
  package var untold: [Int64] = []
  /// Whether the ledger has acts of accounts, and no file of them stands beside it.
  package var isGone: Bool { head == nil }
  /// Whether the last line is not the one that was noted elsewhere, or one behind it.
  package var isOther = false
}

extension AuditProof {
  /// Whether all holds that should.
  package var passed: Bool { faults.isEmpty && !isGone && !isOther }
}

extension LedgerOperations {
  /// What should hold of the ledger and does not; empty when all of it holds.
  package func verify() throws -> [VerificationFinding] { try verification().findings }

  /// Proves the ledger, and reads the files that it keeps once more. `head` is an entry noted elsewhere, `audit` a
  /// line of the audit.
  package func verification(
    expecting head: LedgerHead? = nil, audit: AuditHead? = nil
  ) throws -> LedgerVerification {
    var verification = try verificationOfLedger(expecting: head)
    verification.audit = try auditProof(upTo: verification.last?.number ?? 0, expecting: audit)
    return verification
  }

  private func auditProof(
    upTo revision: Int64, expecting noted: AuditHead?
  ) throws -> AuditProof? {
    guard try AccessFile.stands(beside: path) else {
      // A ledger that cannot be read is told of already.
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

  /// Whether somebody with an account wrote into the ledger: then accounts are missing where there are none.
  package func hasActsOfAccounts() throws -> Bool {
    try reading { store, _ in
      try store.actors().contains(where: Person.isAccount)
    }
  }

  /// The same of the ledger alone.
  func verificationOfLedger(
    expecting head: LedgerHead?
  ) throws -> LedgerVerification {
    // Nothing is read before it is proved, the catalogue neither.
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
      // What is damaged is not compared with anything.
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

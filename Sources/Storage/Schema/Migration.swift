/// One numbered step of the schema. A released step is never edited: the next one mends it.
struct Migration: Sendable {
  let number: Int
  let sql: String
  /// Whether the balance is written again from the journal: the step moved something in it.
  var refillsBalance = false

  /// All steps in order; the last one's number is the version this program writes.
  static let all: [Migration] = [
    .ledger, .registers, .acts, .publications, .matters, .digests, .sealing,
  ]

  static var latest: Int { all.count }

  /// The mark of a ledger's file: "TZ26" in ASCII.
  static let applicationID = 0x545A_3236
}

extension Engine {
  /// The schema version of the file; throws when it is no ledger or comes from a newer program.
  func checkedVersion() throws -> Int {
    try read { session in
      let version = try session.schemaVersion
      if version == 0, try session.isEmpty { return 0 }
      guard try session.applicationID == Migration.applicationID else {
        throw StorageError.notALedger(path: path)
      }
      guard version <= Migration.latest else {
        throw StorageError.newerSchema(found: version, known: Migration.latest)
      }
      return version
    }
  }

  /// Takes the file through the steps it has not seen, in one transaction. The balance is filled once,
  /// behind the last step: what writes it knows only the newest tables. A step may write a table anew
  /// that others refer to, so references are looked at when all steps are done. What is to be said of it is
  /// handed back: a balance that is written again is another one where somebody had altered it.
  func migrate() throws -> LedgerNote? {
    let version = try checkedVersion()
    let steps = Migration.all.filter { $0.number > version }
    guard !steps.isEmpty else { return nil }
    let refillsBalance = steps.contains(where: \.refillsBalance)
    try writeWithoutReferences { session in
      for step in steps { try session.run(step.sql) }
      if refillsBalance { try BalanceRefill.run(session) }
      try session.setApplicationID(Migration.applicationID)
      try session.setSchemaVersion(Migration.latest)
    }
    return version > 0 && refillsBalance
      ? .balanceRewritten(schema: version, to: Migration.latest) : nil
  }
}

package import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// What whoever is at the operations may do.
  package func permissions() throws -> Permissions { try reading { permissions(in: $1) } }

  /// The same, as a catalogue has the roles.
  func permissions(in catalogue: Catalogue) -> Permissions { Permissions(person, catalogue) }

  /// Does something with the projects that a right is about, of which no more is shown than the person may
  /// see; throws `rightMissing`.
  func reading<Result>(
    for right: Right, _ body: (LedgerStore, Catalogue) throws -> Result
  ) throws -> Result {
    try asking(for: right).reading(body)
  }

  /// The same operations, whose answers are about the projects that a right is about: those of a file that leaves are
  /// what the person may export. Whatever is asked throws `rightMissing` where the right is missing.
  package func asking(for right: Right) -> LedgerOperations {
    var operations = self
    operations.purpose = right
    return operations
  }

  /// Throws `scopeTooNarrow` where the person has a right not over everything, `rightMissing` where not at all.
  func requireEverywhere(_ right: Right, in catalogue: Catalogue) throws {
    let permissions = permissions(in: catalogue)
    if permissions.reach(of: right).isEverything { return }
    try permissions.require(right, in: catalogue)
    throw OperationError.scopeTooNarrow(right)
  }

  /// Throws `rightMissing` where a right is needed that the person has neither over everything nor for one of
  /// some units: what a task or a target is about.
  func require(_ right: Right, forAny units: [String], in catalogue: Catalogue) throws {
    let reach = permissions(in: catalogue).reach(of: right)
    guard reach.isEverything || units.contains(where: reach.units.contains) else {
      throw OperationError.rightMissing(right, holders: catalogue.roles(with: right))
    }
  }
}

extension Permissions {
  /// Throws `rightMissing` where a right is missing, over whatever.
  package func require(_ right: Right, in catalogue: Catalogue) throws {
    guard have(right) else {
      throw OperationError.rightMissing(right, holders: catalogue.roles(with: right))
    }
  }
}

package import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// The permissions of the person.
  package func permissions() throws -> Permissions { try reading { permissions(in: $1) } }

  /// The same, with the roles of a catalogue.
  func permissions(in catalogue: Catalogue) -> Permissions { Permissions(person, catalogue) }

  /// Runs `body` on the projects that a right covers, showing no more of them than the person may see; throws
  /// `rightMissing`.
  func reading<Result>(
    for right: Right, _ body: (LedgerStore, Catalogue) throws -> Result
  ) throws -> Result {
    try asking(for: right).reading(body)
  }

  /// The same operations restricted to the projects that a right covers, such as those the person may export.
  /// Every question throws `rightMissing` if the person lacks the right.
  package func asking(for right: Right) -> LedgerOperations {
    var operations = self
    operations.purpose = right
    return operations
  }

  /// Throws `scopeTooNarrow` if the person has the right for a part only, `rightMissing` if not at all.
  func requireEverywhere(_ right: Right, in catalogue: Catalogue) throws {
    let permissions = permissions(in: catalogue)
    if permissions.reach(of: right).isEverything { return }
    try permissions.require(right, in: catalogue)
    throw OperationError.scopeTooNarrow(right)
  }

  /// Throws `rightMissing` unless the person has the right for everything or for one of the units of a task or
  /// target.
  func require(_ right: Right, forAny units: [String], in catalogue: Catalogue) throws {
    let reach = permissions(in: catalogue).reach(of: right)
    guard reach.isEverything || units.contains(where: reach.units.contains) else {
      throw OperationError.rightMissing(right, holders: catalogue.roles(with: right))
    }
  }
}

extension Permissions {
  /// Throws `rightMissing` if the person does not have the right in any scope.
  package func require(_ right: Right, in catalogue: Catalogue) throws {
    guard have(right) else {
      throw OperationError.rightMissing(right, holders: catalogue.roles(with: right))
    }
  }
}
